// One filed sheet at a time, as it was read: values and merged cells, rows and columns named as in a spreadsheet.

let current = -1;
const cellsByAddress = new Map();
const usedOn = shown.sheets.map(() => new Map());  // which figures each cell gives
shown.figures.forEach(function (figure, number) {
  if (figure.sheet === undefined || figure.sheet < 0) return;
  const used = usedOn[figure.sheet];
  for (const cell of figure.cell.split('+')) used.set(cell, [...(used.get(cell) || []), number]);
});
const foundOn = shown.sheets.map(() => new Map());  // how grave what is found on each cell is
shown.findings.forEach(({ tone, cells }) => cells.forEach(function ({ sheet, cell, is_blamed: isBlamed }) {
  if (sheet >= 0 && (isBlamed || !foundOn[sheet].has(cell))) foundOn[sheet].set(cell, isBlamed ? tone : 'beside');
}));

function columnName(column) {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + (left - 1) % 26) + letters;
  return letters;
}

function drawChoice() {
  const files = [...new Set(shown.sheets.map(sheet => sheet.file))];
  refill(byId('sheet'), ...files.map(file => make('optgroup', { label: file },
    ...shown.sheets.map((sheet, number) => [sheet, number]).filter(([sheet]) => sheet.file === file)
      .map(([sheet, number]) => make('option', { value: number }, sheet.name)))));
  byId('sheets-panel').hidden = !shown.sheets.length;
}

function showSheet(number) {
  if (number === current) return;
  current = number;
  const sheet = shown.sheets[number];
  byId('sheet').value = number;
  byId('file').textContent = sheet.file;
  byId('cut').hidden = !sheet.is_cut;
  byId('bare').hidden = !sheet.is_bare;
  const width = Math.max(1, ...sheet.rows.map(([, cells]) => cells.length));
  const there = new Set(sheet.rows.map(([row]) => row));
  const spans = new Map(), covered = new Set();
  sheet.merges.forEach(function ([top, left, bottom, right]) {
    if (!there.has(top)) return;
    const last = Math.min(right, width - 1);
    let down = 0;
    for (let row = top; row <= bottom; row += 1) {
      if (there.has(row)) down += 1;
      for (let column = left; column <= last; column += 1) covered.add(row + ',' + column);
    }
    covered.delete(top + ',' + left);
    spans.set(top + ',' + left, [down, last - left + 1]);
  });
  cellsByAddress.clear();
  const columns = Array.from({ length: width }, (_, column) => column);
  const head = make('tr', null, make('th', null, ''), ...columns.map(column => make('th', { scope: 'col' }, columnName(column))));
  const rows = sheet.rows.map(([row, cells]) => make('tr', null, make('th', { scope: 'row' }, String(row + 1)),
    ...columns.filter(column => !covered.has(row + ',' + column)).map(column => cellOf(number, row, column, cells[column] || '', spans.get(row + ',' + column)))));
  refill(byId('grid'), make('thead', null, head), make('tbody', null, ...rows));
  byId('scroller').scrollTop = byId('scroller').scrollLeft = 0;
}

function cellOf(number, row, column, text, span) {
  const address = columnName(column) + (row + 1);
  const isUsed = usedOn[number].has(address);
  const found = foundOn[number].get(address);
  const cell = make('td', { className: [isNumber(text) ? 'number' : '', isUsed ? 'used' : '', found ? 'found ' + found : ''].join(' ').trim() }, text);
  if (span) { cell.rowSpan = span[0]; cell.colSpan = span[1]; }
  cell.dataset.cell = address;
  if (isUsed) { cell.tabIndex = 0; cell.setAttribute('role', 'button'); }
  cellsByAddress.set(address, cell);
  return cell;
}

function unlight() {
  for (const cell of byId('grid').querySelectorAll('.lit')) cell.classList.remove('lit');
}

// Several cells that are added up have their addresses joined by plus signs.
function showCell(sheet, addresses) {
  showSheet(sheet);
  unlight();
  const cells = addresses.split('+').map(address => cellsByAddress.get(address) || anchorOf(sheet, address)).filter(Boolean);
  for (const cell of cells) cell.classList.add('lit');
  if (cells.length) intoView(cells[0]);
}

// The cell that shows what is in one that a merged cell covers.
function anchorOf(sheet, address) {
  const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(address) || [];
  if (!letters) return undefined;
  const at = Number(row) - 1;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const merge = shown.sheets[sheet].merges.find(([top, left, bottom, right]) => top <= at && at <= bottom && left <= column && column <= right);
  return merge && cellsByAddress.get(columnName(merge[1]) + (merge[0] + 1));
}

byId('sheet').onchange = () => showSheet(Number(byId('sheet').value));

// From a cell back to where the report prints it.
function chooseCell(cell) {
  const figures = usedOn[current].get(cell.dataset.cell) || [];
  const numbers = shown.marks.map((mark, number) => [mark, number]).filter(([mark]) => rests(mark.figure, figures)).map(([, number]) => number);
  unlight();
  cell.classList.add('lit');
  showUses(figures, numbers);
}

function rests(figure, cells, seen = new Set()) {
  if (figure === undefined || seen.has(figure)) return false;
  seen.add(figure);
  return cells.includes(figure) || (shown.figures[figure].inputs || []).some(input => rests(input, cells, seen));
}

byId('grid').addEventListener('click', function (event) {
  const cell = event.target.closest('td.used');
  if (cell) chooseCell(cell);
});
byId('grid').addEventListener('keydown', function (event) {
  const cell = event.target.closest('td.used');
  if (!cell || (event.key !== 'Enter' && event.key !== ' ')) return;
  chooseCell(cell);
  event.preventDefault();
});
