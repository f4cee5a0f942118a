// Where a number comes from: its cell, or its formula unfolded down to cells.

const MOST_UNFOLDED = 60;  // figures of a formula that are unfolded at once

function showOrigin(number) {
  const mark = shown.marks[number];
  byId('origin-title').textContent = '来历：' + places[number].textContent.trim();
  const parts = [make('p', { className: 'status ' + mark.status }, wordOf(mark.status))];
  if (mark.figure !== undefined) {
    const count = { left: MOST_UNFOLDED };
    parts.push(make('ul', { className: 'tree' }, figureOf(mark.figure, new Set(), count)));
    const first = firstCell(mark.figure, new Set());
    if (first) showCell(first.sheet, first.cell);
    else unlight();
  }
  const notes = (mark.notes || []).map(at => shown.notes[at]);
  parts.push(...notes.map(note => noteOf(note, number)));
  parts.push(...shown.findings.filter(finding => finding.marks.includes(number)).map(findingOf).map(item => make('ul', { className: 'about' }, item)));
  refill(byId('origin'), ...parts);
  light(notes.flatMap(note => note.marks).filter(other => other !== number), 'related');
}

function noteOf(note, about) {
  const others = note.marks.filter(number => number !== about && places[number]).map(number => jump(places[number].textContent.trim(), number));
  return make('p', { className: 'note' }, note.text, ...others.flatMap(other => [' ', other]));
}

function jump(text, number) {
  const button = make('button', { type: 'button', className: 'link' }, text);
  button.onclick = function () { intoView(places[number]); chooseMark(number); };
  return button;
}

function figureOf(number, above, count) {
  const figure = shown.figures[number];
  const line = make('p', null, make('b', null, figure.name), ' = ', figure.text);
  if (figure.place) {
    const place = figure.sheet === undefined || figure.sheet < 0 ? make('span', null, figure.place) : make('button', { type: 'button', className: 'link cell' }, figure.place);
    place.onclick = () => showCell(figure.sheet, figure.cell);
    return make('li', null, line, place);
  }
  count.left -= 1;
  const inputs = (figure.inputs || []).filter(input => !above.has(input));
  const parts = [line];
  if (figure.formula) parts.push(make('p', { className: 'formula' }, '算法：' + figure.formula));
  if (figure.applied) parts.push(make('p', { className: 'formula' }, figure.applied));
  if (inputs.length) parts.push(unfolding(inputs, new Set([...above, number]), count));
  return make('li', null, ...parts);
}

// What a figure is computed from; drawn when it is first unfolded.
function unfolding(inputs, above, count) {
  const details = make('details', null, make('summary', null, '用到的 ' + inputs.length + ' 个数'));
  const draw = function () {
    if (details.children.length > 1) return;
    details.append(make('ul', null, ...inputs.map(input => figureOf(input, above, count))));
  };
  details.ontoggle = function () { if (details.open) draw(); };
  if (count.left > 0) { draw(); details.open = true; }
  return details;
}

function firstCell(number, seen) {
  const figure = shown.figures[number];
  if (seen.has(number)) return null;
  seen.add(number);
  if (figure.sheet >= 0) return figure;
  for (const input of figure.inputs || []) {
    const found = firstCell(input, seen);
    if (found) return found;
  }
  return null;
}

function showUses(figures, numbers) {
  byId('origin-title').textContent = '用在哪里：' + figures.map(number => shown.figures[number].name).join('、');
  const uses = numbers.map(number => make('li', null, jump(places[number] ? places[number].textContent.trim() : '', number),
    ' ' + (shown.figures[shown.marks[number].figure] || { name: '' }).name));
  refill(byId('origin'), make('p', { className: 'quiet' }, uses.length ? '报告里 ' + uses.length + ' 处的数与这一格有关' : '报告没有直接印出与这一格有关的数'),
    make('ul', { className: 'uses' }, ...uses));
  light(numbers, 'related');
  if (numbers.length && places[numbers[0]]) intoView(places[numbers[0]]);
}
