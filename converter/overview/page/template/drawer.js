// One department: what was found, what is missing, its figures and where they stand, its files.

const drawer = byId('drawer');
const CELLS_AT_FIRST = 4;
let wanted = null;
let returnTo = null;

async function openDrawer(department, from) {
  const focused = from || document.activeElement;
  wanted = department;
  drawer.setAttribute('aria-busy', 'true');
  const details = await detailsOf(department);
  if (wanted !== department) return;
  drawer.removeAttribute('aria-busy');
  if (drawer.open) return;
  returnTo = focused;
  byId('drawer-name').textContent = department.name;
  refill(byId('drawer-facts'), ...factsOf(department, details));
  refill(byId('drawer-body'),
    ...part('说明', details.notes, 'plain', note => make('li', null, note)),
    ...part('文件', details.outputs, 'plain', link),
    ...part('核对问题', details.findings, 'findings', finding),
    ...part('待补充', details.missing, 'plain', text => make('li', null, text)),
    ...figuresPart(department, details),
    ...part('收到的文件', details.files, 'received', received));
  drawer.showModal();
  byId('drawer-body').scrollTop = 0;
  byId('drawer-name').focus();
}

function factsOf(department, { year, pack, parent, score }) {
  const words = [department.level, department.kind, department.code && '编码 ' + department.code,
    year && year + ' 年度', pack && '评价办法 ' + pack, parent && '主管部门 ' + parent, score && '得分 ' + score, department.grade];
  return [readinessMark(department.readiness), ...words.filter(Boolean).map(word => make('span', null, word))];
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

function received({ file, use, account }) {
  return make('li', { className: use }, make('b', null, file), make('span', null, account));
}

function finding({ rule: id, cells, message, hint, expected, actual }) {
  const rule = ruleById.get(id);
  const amounts = [['应为 ', expected], ['实为 ', actual]].filter(([, amount]) => amount !== '')
    .map(([word, amount]) => word + amount);
  return make('li', { className: 'finding' },
    severityTag(rule.severity), make('span', { className: 'code' }, rule.code),
    make('p', null, message),
    amounts.length ? make('p', null, amounts.join('，')) : null,
    ...cellsOf(cells),
    hint !== '' ? make('p', { className: 'hint' }, hint) : null);
}

// Many cells are folded, so that the hint below stays in sight.
function cellsOf(cells) {
  const lines = cells.map(cell => make('p', { className: 'cells' }, cell));
  if (lines.length <= CELLS_AT_FIRST) return lines;
  return [make('details', null, make('summary', null, '涉及 ' + lines.length + ' 个单元格'), ...lines)];
}

function figuresPart(department, { sources, reasons }) {
  if (figures.every(figure => department.figures[figure.label] === null)) return [];
  const head = make('thead', null, make('tr', null, ...['指标', '数值', '出处'].map(
    (word, at) => make('th', { scope: 'col', className: at === 1 ? 'number' : '' }, word))));
  const bodies = groups.map(group => make('tbody', null,
    make('tr', { className: 'heading' }, make('th', { colSpan: 3, scope: 'rowgroup' }, group)),
    ...figures.filter(figure => figure.group === group).map(figure => make('tr', null,
      make('th', { scope: 'row' }, figure.label),
      make('td', { className: 'number' }, measured(department.figures[figure.label], figure)),
      make('td', { className: 'source' }, sources[figure.label],
        figure.label in reasons ? make('div', { className: 'why' }, reasons[figure.label]) : null)))));
  return [title3('主要数据', figures.length), make('table', { className: 'figures' }, head, ...bodies)];
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
