// What was found, gravest first: a press jumps to the number in the report and to the cell.

function drawFindings() {
  fill('findings', shown.findings.map(findingOf));
  fill('missing', shown.missing.map(text => make('li', null, text)));
  byId('findings-panel').open = shown.findings.some(finding => finding.tone === 'error' || finding.tone === 'warning');
}

function fill(name, items) {
  byId(name + '-panel').hidden = !items.length;
  byId(name + '-count').textContent = items.length + ' 条';
  refill(byId(name), ...items);
}

function findingOf(finding) {
  const button = make('button', { type: 'button', className: 'finding' },
    make('span', { className: 'tag ' + finding.tone }, finding.kind), make('span', null, finding.text));
  button.onclick = () => chooseFinding(finding);
  return make('li', null, button, finding.hint ? make('p', { className: 'hint' }, finding.hint) : null);
}

function chooseFinding(finding) {
  const marks = finding.marks.filter(number => places[number]);
  const cell = finding.cells.find(each => each.sheet >= 0 && each.is_blamed) || finding.cells.find(each => each.sheet >= 0);
  byId('origin-title').textContent = finding.kind;
  refill(byId('origin'), make('p', null, finding.text),
    ...(finding.hint ? [make('p', { className: 'hint' }, finding.hint)] : []),
    make('ul', { className: 'uses' },
      ...finding.cells.map(each => make('li', null, each.sheet < 0 ? each.place : cellButton(each))),
      ...marks.map(number => make('li', null, '报告里的 ', jump(places[number].textContent.trim(), number)))));
  light(marks, 'related');
  if (marks.length) { focusOn(places[marks[0]]); intoView(places[marks[0]]); }
  if (cell) showCell(cell.sheet, cell.cell);
}

function cellButton(each) {
  const button = make('button', { type: 'button', className: 'link cell' }, each.place);
  button.onclick = () => showCell(each.sheet, each.cell);
  return button;
}
