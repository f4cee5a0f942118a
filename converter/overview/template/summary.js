// The upper part of the page: how many filed, what they add up to, which rules they break.

const RULES_AT_FIRST = 12;
let allRules = false;

// The gravest first, then those that most departments break.
const SEVERITIES = Object.keys(data.words.severities);
const ranked = rules.slice().sort((one, other) =>
  SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity)
  || other.departments - one.departments || one.at - other.at);

function percent(part, whole) { return whole ? (100 * part / whole).toFixed(1) + '%' : '—'; }

function sumOf(name) { return departments.reduce((sum, department) => sum + department[name], 0); }

function counted(verdict, among) {
  return among.filter(department => department.verdict === verdict).length;
}

function showHead() {
  document.title = data.title;
  byId('title').textContent = data.title;
  byId('scope').textContent = data.scope;
  refill(byId('notices'), ...data.notices.map(notice => make('li', null, notice)));
  const filed = departments.length - counted('not-filed', departments);
  refill(byId('tallies'), ...[
    ['部门（个）', departments.length], ['已报送（个）', filed],
    ['错误（处）', sumOf('errors')], ['待补充（项）', sumOf('missing')]
  ].map(([word, count]) => make('div', null, make('dt', null, word), make('dd', null, parted(String(count))))));
}

function showVerdicts() {
  const among = departments.filter(department => fits(department, 'verdict'));
  const bar = byId('verdict-bar');
  bar.classList.toggle('choosing', choice.verdict !== '');
  refill(bar, ...VERDICTS.filter(verdict => counted(verdict, among)).map(function (verdict) {
    const part = make('span', { className: verdict + (verdict === choice.verdict ? ' chosen' : '') });
    part.style.flexGrow = counted(verdict, among);
    part.onclick = () => toggle('verdict', verdict, '');
    return part;
  }));
  refill(byId('verdicts'), ...VERDICTS.map(verdict => make('li', null, verdictButton(verdict, among))));
}

function verdictButton(verdict, among) {
  const count = counted(verdict, among);
  return make('button', {
    type: 'button', className: verdict, id: 'verdict-' + verdict,
    'aria-pressed': String(verdict === choice.verdict), onclick: () => toggle('verdict', verdict, '')
  },
  make('span', { className: 'word' }, data.words.verdicts[verdict]),
  make('span', { className: 'count' }, parted(String(count))),
  make('span', { className: 'share' }, percent(count, among.length)));
}

// Sums over all departments, beside the bureau's own where it gave them.
function showTotals() {
  const sums = data.totals.map(([at, sum, match]) => ({ column: columns[at], sum, match }));
  refill(byId('totals'), ...groups.filter(group => sums.some(each => each.column.group === group)).map(
    group => make('div', null, make('h3', null, group),
      make('dl', null, ...sums.filter(each => each.column.group === group).map(total)))
  ));
}

function total({ column, sum, match }) {
  const unit = make('span', { className: 'unit' }, sum === null ? '' : column.unit);
  const mark = match && make('span', { className: 'match ' + match, title: '与汇总表核对' }, data.words.matches[match]);
  return make('div', null, make('dt', null, column.label),
    make('dd', null, printed(sum, column), unit, mark || null));
}

function showRules() {
  const isFarDown = ranked.findIndex(rule => rule.at === choice.rule) >= RULES_AT_FIRST;
  const shown = allRules || isFarDown ? ranked : ranked.slice(0, RULES_AT_FIRST);
  const list = shown.map(rule => make('li', null, make('button', {
    type: 'button', id: 'rule-' + rule.at, title: rule.code,
    'aria-pressed': String(rule.at === choice.rule), onclick: () => toggle('rule', rule.at, -1)
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
