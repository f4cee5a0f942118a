// The list of departments, a page at a time; on paper all that are chosen.

const ROWS = 50;

// Optional columns that are empty for everyone are left out, and varied ones that are the same for everyone. The first column is the department's name.
const listed = index.columns.filter(column => {
  const values = valuesOf(column.key).filter(value => value !== '');
  return column.varied ? values.length > 1 : !column.optional || values.length;
});

function shownFigures() {
  if (choice.group) return figures.filter(figure => figure.group === choice.group);
  return chartedOf(choice.cohort === null ? departments : compared());
}

function showHeads() {
  refill(byId('heads'), ...listed.map(column => head(column.key, column.kind === 'count', column.head)),
    ...shownFigures().map(figure => head(figure.label, true, figure.label,
      make('span', { className: 'unit' }, '（' + figure.unit + '）'))));
}

function head(name, isNumber, ...words) {
  const sorted = choice.sort === name ? (choice.down ? 'descending' : 'ascending') : 'none';
  const button = make('button', { type: 'button', id: 'sort-' + name, onclick: () => sortBy(name, isNumber) }, ...words);
  return make('th', { scope: 'col', className: isNumber ? 'number' : '', 'aria-sort': sorted }, button);
}

// Numbers stand largest first at the first press, words in their order.
function sortBy(name, isNumber) {
  choose({ sort: name, down: choice.sort === name ? !choice.down : isNumber });
  byId('sort-' + name).focus();
}

function showRows(printing) {
  const from = printing ? 0 : choice.page * ROWS;
  const body = document.createDocumentFragment();
  const wanted = shownFigures();
  chosen.slice(from, printing ? chosen.length : from + ROWS).forEach((department, at) =>
    body.append(row(department, wanted, at === 0)));
  refill(byId('rows'), body);
}

function row(department, wanted, isFirst) {
  const open = make('button', {
    type: 'button', tabIndex: isFirst ? 0 : -1, title: department.name
  }, department.name);
  const cells = listed.slice(1).map(column => cell(department, column));
  const line = make('tr', null, make('th', { scope: 'row' }, open), ...cells,
    ...wanted.map(figure => figureCell(department, figure)));
  line.onclick = () => openDrawer(department, open);
  return line;
}

function cell(department, column) {
  const value = department[column.key];
  if (column.kind === 'count') return count(value, column.key === 'errors');
  return make('td', { className: column.key }, column.key === 'readiness' ? readinessMark(value) : value || '—');
}

function count(number, isGrave) {
  return make('td', { className: 'number ' + (number ? isGrave ? 'strong' : '' : 'nil') }, String(number));
}

function figureCell(department, figure) {
  const value = department.figures[figure.label], text = printed(value, figure);
  if (!department.outliers.includes(figure.label)) {
    return make('td', { className: value === null ? 'number nil' : 'number' }, text);
  }
  return make('td', { className: 'number' },
    make('span', { className: 'odd-value', title: '异常' }, text, make('span', { className: 'unseen' }, '，异常')));
}

function pageCount() { return Math.max(1, Math.ceil(chosen.length / ROWS)); }

function turnTo(page) {
  choice.page = Math.max(0, Math.min(pageCount() - 1, page));
  showRows(false);
  showPager();
}

function showPager() {
  byId('pager').hidden = pageCount() === 1;
  byId('nobody').hidden = chosen.length > 0;
  byId('pages').textContent = parted(String(pageCount()));
  byId('page').max = pageCount();
  byId('page').value = choice.page + 1;
  byId('previous').disabled = choice.page === 0;
  byId('next').disabled = choice.page === pageCount() - 1;
}

byId('previous').onclick = () => turnTo(choice.page - 1);
byId('next').onclick = () => turnTo(choice.page + 1);
byId('page').onchange = event => turnTo((parseInt(event.target.value, 10) || 1) - 1);

// Up and down move between departments, over the page's edge too; home and end within the page.
byId('rows').onkeydown = function (event) {
  const buttons = [...byId('rows').querySelectorAll('th button')];
  const at = buttons.indexOf(event.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  if (to < 0 && choice.page > 0) {
    turnTo(choice.page - 1);
    stepTo(ROWS - 1);
  } else if (to >= buttons.length && choice.page < pageCount() - 1) {
    turnTo(choice.page + 1);
    stepTo(0);
  } else {
    stepTo(Math.max(0, Math.min(buttons.length - 1, to)));
  }
};

function stepTo(at) {
  byId('rows').querySelectorAll('th button').forEach(function (button, place) {
    button.tabIndex = place === at ? 0 : -1;
    if (place === at) button.focus();
  });
}

window.addEventListener('beforeprint', () => showRows(true));
window.addEventListener('afterprint', () => showRows(false));
