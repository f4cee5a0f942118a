// The upper part of the page: how many filed, what they add up to, which rules they break.

const RULES_AT_FIRST = 12;
let allRules = false;

// The gravest first, then those that most departments break.
const SEVERITIES = Object.keys(index.words.severities);
const ranked = rules.slice().sort((one, other) =>
  SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity)
  || other.departments - one.departments || one.id - other.id);

function percent(part, whole) { return whole ? (100 * part / whole).toFixed(1) + '%' : '—'; }

function sumOf(name) { return departments.reduce((sum, department) => sum + department[name], 0); }

function counted(readiness, among) {
  return among.filter(department => department.readiness === readiness).length;
}

function showHead() {
  document.title = index.title;
  byId('title').textContent = index.title;
  byId('scope').textContent = index.scope;
  refill(byId('notices'), ...index.notices.map(notice => make('li', null, notice)));
  const filed = departments.length - counted('not-filed', departments);
  refill(byId('tallies'), ...[
    ['部门（个）', departments.length], ['已报送（个）', filed],
    ['错误（处）', sumOf('errors')], ['待补充（项）', sumOf('missing')]
  ].map(([word, count]) => make('div', null, make('dt', null, word), make('dd', null, parted(String(count))))));
}

function showReadiness() {
  const among = departments.filter(department => fits(department, 'readiness'));
  const bar = byId('readiness-bar');
  bar.classList.toggle('choosing', choice.readiness !== '');
  refill(bar, ...READINESS.filter(readiness => counted(readiness, among)).map(function (readiness) {
    const part = make('span', { className: readiness + (readiness === choice.readiness ? ' chosen' : '') });
    part.style.flexGrow = counted(readiness, among);
    part.onclick = () => toggle('readiness', readiness, '');
    return part;
  }));
  refill(byId('readiness-legend'), ...READINESS.map(readiness => make('li', null, readinessButton(readiness, among))));
}

function readinessButton(readiness, among) {
  const count = counted(readiness, among);
  return make('button', {
    type: 'button', className: readiness, id: 'readiness-' + readiness,
    'aria-pressed': String(readiness === choice.readiness), onclick: () => toggle('readiness', readiness, '')
  },
  make('span', { className: 'word' }, index.words.readiness[readiness]),
  make('span', { className: 'count' }, parted(String(count))),
  make('span', { className: 'share' }, percent(count, among.length)));
}

// Sums over the departments of one year and pack, beside the bureau's own where it gave them.
function showTotals() {
  const cohort = cohorts[shownCohort()];
  byId('totals-of').textContent = cohorts.length > 1 ? cohortName(cohort) : '';
  const sums = (cohort ? cohort.totals : []).map(({ label, sum, match, excluded }) =>
    ({ figure: figures.find(figure => figure.label === label), sum, match, excluded }));
  refill(byId('totals'), ...groups.filter(group => sums.some(each => each.figure.group === group)).map(
    group => make('div', null, make('h3', null, group),
      make('dl', null, ...sums.filter(each => each.figure.group === group).map(total)))
  ));
}

function total({ figure, sum, match, excluded }) {
  const unit = make('span', { className: 'unit' }, sum === null ? '' : figure.unit);
  const mark = match && make('span', { className: 'match ' + match, title: '与汇总表核对' }, index.words.matches[match]);
  return make('div', null, make('dt', null, figure.label),
    make('dd', null, printed(sum, figure), unit, mark || null,
      excluded.length ? make('span', { className: 'match differs', title: excluded.join('、') },
        '存疑未计 ' + excluded.length + ' 个') : null));
}

function showRules() {
  const isFarDown = ranked.findIndex(rule => rule.id === choice.rule) >= RULES_AT_FIRST;
  const shown = allRules || isFarDown ? ranked : ranked.slice(0, RULES_AT_FIRST);
  const list = shown.map(rule => make('li', null, make('button', {
    type: 'button', id: 'rule-' + rule.id, title: rule.code,
    'aria-pressed': String(rule.id === choice.rule), onclick: () => toggle('rule', rule.id, null)
  },
  severityTag(rule.severity),
  make('span', { className: 'name' }, rule.code),
  make('span', { className: 'count' }, make('b', null, parted(String(rule.departments))), ' 个部门'))));
  refill(byId('rules'), ...list);
  if (!rules.length) byId('rules').append(make('li', { className: 'none' }, '没有发现问题'));
  const more = byId('more-rules');
  more.hidden = rules.length <= RULES_AT_FIRST;
  more.textContent = shown.length < rules.length ? '显示全部 ' + rules.length + ' 项' : '只显示前 ' + RULES_AT_FIRST + ' 项';
}

byId('more-rules').onclick = function () {
  allRules = !allRules;
  showRules();
};

// Choose a value, or let go of it if it was chosen; the focus stays on what was pressed.
function toggle(name, value, none) {
  const pressed = document.activeElement.id;
  choose({ [name]: choice[name] === value ? none : value });
  if (pressed) byId(pressed).focus();
}
