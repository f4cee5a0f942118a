// The report as it reads, each of its numbers a button. The arrow keys go from one to the next.

const places = [];  // the element of each mark

function drawReport() {
  refill(byId('report'), ...shown.contents.map(content => content.table ? tableOf(content.table) : paragraphOf(content)));
}

function paragraphOf(content) {
  const level = /^level(\d)$/.exec(content.role || '');
  const tag = level ? 'h' + (Number(level[1]) + 1) : content.role === 'title' ? 'h1' : 'p';
  return make(tag, { className: content.role || 'body' }, ...textOf(content));
}

function tableOf(rows) {
  const body = make('tbody', null, ...rows.map(row => make('tr', null, ...row.map(cell => make('td', {
    colSpan: cell.columns || 1, rowSpan: cell.rows || 1, className: isNumber(cell.text) ? 'number' : ''
  }, ...textOf(cell))))));
  return make('div', { className: 'scroller' }, make('table', null, body));
}

function isNumber(text) { return /^\s*[-+]?[\d,]*\.?\d+\s*%?\s*$/.test(text); }

// A text cut at its marks; characters are counted as Python counts them.
function textOf(content) {
  const marks = content.marks || [];
  if (!marks.length) return [content.text];
  const signs = Array.from(content.text);
  const parts = [];
  let at = 0;
  for (const [number, start, end] of marks) {
    parts.push(signs.slice(at, start).join(''), markOf(number, signs.slice(start, end).join('')));
    at = end;
  }
  parts.push(signs.slice(at).join(''));
  return parts;
}

function markOf(number, text) {
  const { status } = shown.marks[number];
  const mark = make('span', { className: 'mark ' + status, tabIndex: number ? -1 : 0, title: wordOf(status) }, text);
  mark.setAttribute('role', 'button');
  mark.setAttribute('aria-pressed', 'false');
  mark.dataset.mark = number;
  places[number] = mark;
  return mark;
}

function wordOf(status) {
  const meant = shown.legend.find(each => each.status === status);
  return meant ? meant.word : '';
}

const inOrder = () => [...byId('report').querySelectorAll('.mark')];

function focusOn(mark) {
  for (const other of byId('report').querySelectorAll('.mark[tabindex="0"]')) other.tabIndex = -1;
  mark.tabIndex = 0;
  mark.focus({ preventScroll: true });
}

function light(numbers, name) {
  for (const mark of byId('report').querySelectorAll('.' + name)) mark.classList.remove(name);
  numbers.forEach(number => places[number] && places[number].classList.add(name));
}

function chooseMark(number) {
  for (const mark of byId('report').querySelectorAll('[aria-pressed="true"]')) mark.setAttribute('aria-pressed', 'false');
  light([], 'related');
  const mark = places[number];
  if (!mark) return;
  mark.setAttribute('aria-pressed', 'true');
  focusOn(mark);
  showOrigin(number);
}

byId('report').addEventListener('click', function (event) {
  const mark = event.target.closest('.mark');
  if (mark) chooseMark(Number(mark.dataset.mark));
});

byId('report').addEventListener('keydown', function (event) {
  const mark = event.target.closest('.mark');
  if (!mark) return;
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (event.key === 'Enter' || event.key === ' ') chooseMark(Number(mark.dataset.mark));
  else if (step) {
    const marks = inOrder();
    const next = marks[marks.indexOf(mark) + step];
    if (next) { focusOn(next); intoView(next); }
  } else return;
  event.preventDefault();
});
