// One department: what was found, what is missing, its figures and where they stand, its files.

const drawer = byId('drawer');
const CELLS_AT_FIRST = 4;
let returnTo = null;

function openDrawer(department, from) {
  returnTo = from || document.activeElement;
  const [facts, sources, findings, missing, outputs, notes, reasons] = detailOf(department);
  byId('drawer-name').textContent = department.name;
  refill(byId('drawer-facts'), ...factsOf(department, facts));
  refill(byId('drawer-body'),
    ...part('说明', notes, 'plain', note => make('li', null, textOf(note))),
    ...part('文件', outputs, 'plain', link),
    ...part('核对问题', findings, 'findings', finding),
    ...part('待补充', missing, 'plain', text => make('li', null, textOf(text))),
    ...figuresPart(department, sources, reasons));
  drawer.showModal();
  byId('drawer-body').scrollTop = 0;
  byId('drawer-name').focus();
}

function factsOf(department, [year, parent, score]) {
  const words = [department.level, department.kind, department.code && '编码 ' + department.code,
    year && year + ' 年度', parent && '主管部门 ' + parent, score !== null && '得分 ' + score, department.grade];
  return [verdictMark(department.verdict), ...words.filter(Boolean).map(word => make('span', null, word))];
}

function part(title, items, className, shown) {
  if (!items.length) return [];
  return [title3(title, items.length), make('ul', { className }, ...items.map(shown))];
}

function title3(title, count) {
  return make('h3', null, title, make('span', null, count + ' 项'));
}

function link(path) {
  const address = path.split('/').map(encodeURIComponent).join('/');
  return make('li', null, make('a', { href: address, target: '_blank', rel: 'noopener' }, path.split('/').pop()));
}

function finding([number, cells, message, hint, expected, actual]) {
  const rule = rules[number];
  const amounts = [['应为 ', expected], ['实为 ', actual]].filter(each => each[1] !== null)
    .map(([word, amount]) => word + textOf(amount));
  return make('li', { className: 'finding' },
    severityTag(rule.severity), make('span', { className: 'code' }, rule.code),
    make('p', null, textOf(message)),
    amounts.length ? make('p', null, amounts.join('，')) : null,
    ...cellsOf(cells),
    hint !== null ? make('p', { className: 'hint' }, textOf(hint)) : null);
}

// Many cells are kept folded, so that the hint below stays in sight.
function cellsOf(cells) {
  const lines = cells.map(cell => make('p', { className: 'cells' }, textOf(cell)));
  if (lines.length <= CELLS_AT_FIRST) return lines;
  return [make('details', null, make('summary', null, '涉及 ' + lines.length + ' 个单元格'), ...lines)];
}

function figuresPart(department, sources, reasons) {
  if (department.values.every(value => value === null)) return [];
  const whys = new Map(reasons);
  const head = make('thead', null, make('tr', null, ...['指标', '数值', '出处'].map(
    (word, at) => make('th', { scope: 'col', className: at === 1 ? 'number' : '' }, word))));
  const bodies = groups.map(group => make('tbody', null,
    make('tr', { className: 'heading' }, make('th', { colSpan: 3, scope: 'rowgroup' }, group)),
    ...columns.filter(column => column.group === group).map(column => make('tr', null,
      make('th', { scope: 'row' }, column.label),
      make('td', { className: 'number' }, measured(department.values[column.at], column)),
      make('td', { className: 'source' }, sources[column.at] === null ? '' : textOf(sources[column.at]),
        whys.has(column.at) ? make('div', { className: 'why' }, textOf(whys.get(column.at))) : null)))));
  return [title3('主要数据', columns.length), make('table', { className: 'figures' }, head, ...bodies)];
}

byId('close').onclick = () => drawer.close();
drawer.onclick = event => { if (event.target === drawer) drawer.close(); };
// Older browsers leave the focus nowhere, and a press on a row gives it to none.
drawer.onclose = function () { if (returnTo && returnTo.isConnected) returnTo.focus(); };

// The focus stays within the drawer: from its last element to its first and back.
drawer.onkeydown = function (event) {
  if (event.key !== 'Tab') return;
  const stops = [...drawer.querySelectorAll('button, a[href], summary')];
  const first = stops[0], last = stops[stops.length - 1], at = document.activeElement;
  if (event.shiftKey && (at === first || at === byId('drawer-name'))) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && at === last) {
    event.preventDefault();
    first.focus();
  }
};
