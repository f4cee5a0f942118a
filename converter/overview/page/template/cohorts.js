// Departments of one year and pack: only these are added up and compared.

const cohorts = index.cohorts;
const largest = cohorts.reduce((best, cohort, at) => cohort.departments > cohorts[best].departments ? at : best, 0);

// The one that sums and distributions are shown of: the chosen one, else the one of most departments.
function shownCohort() { return choice.cohort === null ? largest : choice.cohort; }

// The departments that may be compared with one another.
function compared() { return departments.filter(department => department.cohort === shownCohort()); }

// The figures with bounds that any of them has, all of them where there is but one cohort.
function chartedOf(among) {
  return charted.filter(figure => cohorts.length < 2 || among.some(each => each.figures[figure.label] !== null));
}

function cohortName(cohort) { return cohort.year + '年度　' + cohort.pack; }

function showCohorts() {
  byId('cohorts-panel').hidden = cohorts.length < 2;
  refill(byId('cohorts'), ...cohorts.map((cohort, at) => make('li', null, make('button', {
    type: 'button', id: 'cohort-' + at, 'aria-pressed': String(at === choice.cohort),
    onclick: () => toggle('cohort', at, null)
  },
  make('span', { className: 'name' }, cohortName(cohort)),
  make('span', { className: 'count' }, make('b', null, parted(String(cohort.departments))), ' 个部门：' +
    READINESS.filter(readiness => cohort.readiness[readiness]).map(
      readiness => index.words.readiness[readiness] + ' ' + cohort.readiness[readiness]).join('，'))))));
}
