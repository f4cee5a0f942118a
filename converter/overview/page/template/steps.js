// What to do next, kind by kind: whom to chase, whom to send back and with which words.

const STEPS_AT_FIRST = 6, STEPS_MORE = 200;
const firstOfName = new Map(departments.slice().reverse().map(department => [department.name, department]));

function showSteps() {
  const kinds = Object.keys(index.words.steps).filter(kind => index.steps.some(step => step.kind === kind));
  refill(byId('steps'), ...kinds.map(stepsOf));
  if (!kinds.length) byId('steps').append(make('p', { className: 'none' }, '都可以报送，没有要办的事。'));
}

function stepsOf(kind) {
  const steps = index.steps.filter(step => step.kind === kind);
  const list = make('ul', null, ...steps.slice(0, STEPS_AT_FIRST).map(stepLine));
  const more = make('button', { type: 'button', className: 'more', hidden: steps.length <= STEPS_AT_FIRST },
    stepsLeft(steps.length, STEPS_AT_FIRST));
  more.onclick = function () {
    const shown = list.children.length, next = shown + STEPS_MORE;
    list.append(...steps.slice(shown, next).map(stepLine));
    more.hidden = steps.length <= next;
    more.textContent = stepsLeft(steps.length, next);
  };
  return make('div', { className: 'step ' + kind },
    make('h3', null, index.words.steps[kind], make('span', { className: 'count' }, parted(String(steps.length)))), list, more);
}

// Thousands are shown some at a time: all at once they would hold up the page.
function stepsLeft(count, shown) {
  return count - shown > STEPS_MORE ? '再显示 ' + STEPS_MORE + ' 个（共 ' + parted(String(count)) + ' 个）'
    : '显示全部 ' + parted(String(count)) + ' 个';
}

function stepLine(step) {
  const department = firstOfName.get(step.department);
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
