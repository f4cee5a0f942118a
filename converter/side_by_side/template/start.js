byId('title').textContent = shown.title;
byId('about').textContent = shown.about;
refill(byId('notices'), ...shown.notices.map(text => make('li', null, text)));
refill(byId('legend'), ...shown.legend.map(({ status, word, count }) => make('li', null,
  make('span', { className: 'mark ' + status }, '123'), word + ' ' + count)));
drawReport();
drawChoice();
drawFindings();
if (shown.sheets.length) showSheet(0);
document.documentElement.dataset.ready = '';
