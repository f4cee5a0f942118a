byId('title').textContent = shown.title;
byId('about').textContent = shown.about;
refill(byId('notices'), ...shown.notices.map(text => make('li', null, text)));
refill(byId('legend'), ...shown.legend.map(({ status, word, count }) => make('li', null,
  make('span', { className: 'mark ' + status }, '123'), word + ' ' + count)));
drawReport();
drawChoice();
drawFindings();
if (shown.sheets.length) {
  const cells = shown.marks.filter(mark => mark.figure !== undefined).map(mark => firstCell(mark.figure, new Set()));
  const first = cells.find(Boolean);
  showSheet(first ? first.sheet : 0);
}
else {
  document.body.classList.add('alone');
  byId('hint').textContent = '点报告里的数，看它核对成什么样、与哪些数核对过。用键盘时，Tab 进入报告，左右方向键逐个移动，回车选定。';
}
window.addEventListener('beforeprint', function () {
  byId('findings-panel').open = byId('missing-panel').open = true;
});
document.documentElement.dataset.ready = '';
