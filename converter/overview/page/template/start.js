// Put together: fill the filters, listen to them, show everything.

const TYPING = 150; // milliseconds of quiet after which a search begins
let typing = 0;

function options(id, entries) {
  byId(id).append(...entries.map(([value, word]) => make('option', { value }, word)));
  byId(id).onchange = event => choose({ [id]: event.target.value });
  byId(id).parentElement.hidden = !entries.length;
}

function named(words) { return words.filter(Boolean).map(word => [word, word]); }

function show() {
  ['readiness', 'level', 'kind', 'severity', 'group'].forEach(id => { byId(id).value = choice[id]; });
  showReadiness();
  showCohorts();
  showTotals();
  showRules();
  showCharts();
  showHeads();
  showRows(false);
  showPager();
  showStatus();
}

function showStatus() {
  const isFiltered = Object.keys(NO_FILTER).some(name => choice[name] !== NO_FILTER[name]);
  const words = isFiltered ? ['，符合条件 ', bold(chosen.length), ' 个'] : [];
  if (choice.cohort !== null) words.push('，', make('b', null, cohortName(cohorts[choice.cohort])));
  if (choice.rule !== null) words.push('，问题：', make('b', null, ruleById.get(choice.rule).code));
  refill(byId('status'), '共 ', bold(departments.length), ' 个部门', ...words);
  byId('reminder').hidden = !isFiltered;
  byId('reminder-text').textContent = byId('status').textContent;
}

function bold(count) { return make('b', null, parted(String(count))); }

options('readiness', Object.entries(index.words.readiness));
options('level', named(valuesOf('level')));
options('kind', named(valuesOf('kind')));
options('severity', Object.entries(index.words.severities).filter(
  ([severity]) => rules.some(rule => rule.severity === severity)));
options('group', named(groups));

byId('text').oninput = function (event) {
  clearTimeout(typing);
  typing = setTimeout(() => choose({ text: event.target.value }), TYPING);
};
byId('text').onkeydown = function (event) {
  if (event.key !== 'ArrowDown' || !chosen.length) return;
  event.preventDefault();
  stepTo(0);
};
byId('filters').onsubmit = event => event.preventDefault();
byId('clear').onclick = byId('reminder-clear').onclick = function () {
  clearTimeout(typing);
  byId('text').value = '';
  choose(NO_FILTER);
};

showHead();
showSteps();
choose({});
document.documentElement.dataset.ready = 'yes';
