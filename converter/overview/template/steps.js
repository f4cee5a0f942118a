// What to do next, kind by kind: whom to chase, whom to send back and with which words.

const STEPS_AT_FIRST = 6;

function showSteps() {
  const kinds = Object.keys(index.words.steps).filter(kind => index.steps.some(step => step.kind === kind));
  refill(byId('steps'), ...kinds.map(stepsOf));
  if (!kinds.length) byId('steps').append(make('p', { className: 'none' }, '都可以报送，没有要办的事。'));
}

function stepsOf(kind) {
  const steps = index.steps.filter(step => step.kind === kind);
  const list = make('ul', null, ...steps.slice(0, STEPS_AT_FIRST).map(stepLine));
  const more = make('button', { type: 'button', className: 'more', hidden: steps.length <= STEPS_AT_FIRST },
    '显示全部 ' + parted(String(steps.length)) + ' 个');
  more.onclick = function () {
    refill(list, ...steps.map(stepLine));
    more.hidden = true;
  };
  return make('div', { className: 'step ' + kind },
    make('h3', null, index.words.steps[kind], make('span', { className: 'count' }, parted(String(steps.length)))), list, more);
}

function stepLine(step) {
  const department = departments.find(each => each.name === step.department);
  const name = make(department ? 'button' : 'span', { className: 'who' }, step.department);
  if (department) name.onclick = () => openDrawer(department, name);
  const copy = step.notice ? make('button', { type: 'button', className: 'copy' }, '复制通知') : null;
  if (copy) copy.onclick = () => copied(step.notice, copy);
  return make('li', null, name, make('span', { className: 'why', title: step.reason }, step.reason), copy);
}

// A page opened from the disk may not use the clipboard: then the text is put where it can be selected.
async function copied(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = '已复制';
  } catch {
    button.replaceWith(make('textarea', { readOnly: true, rows: 6, value: text }));
  }
}
