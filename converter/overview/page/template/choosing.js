// Which departments are shown, and in which order. Everything that changes it goes through `choose`.

const NO_FILTER = { text: '', readiness: '', level: '', kind: '', severity: '', rule: null, cohort: null };
const choice = Object.assign({ group: '', sort: 'readiness', down: true, page: 0 }, NO_FILTER);
let chosen = departments;

// The values of a column, in the order of the departments.
function valuesOf(key) { return [...new Set(departments.map(department => department[key]))]; }

function choose(change) {
  Object.assign(choice, { page: 0 }, change);
  chosen = departments.filter(department => fits(department)).sort(order());
  show();
}

// Whether a department passes every filter but the one left out, if one is.
function fits(department, leftOut) {
  const words = choice.text.trim().toLowerCase().split(/\s+/);
  return ['readiness', 'level', 'kind'].every(
    name => !choice[name] || name === leftOut || department[name] === choice[name]
  ) && (!choice.severity || department.severities.includes(choice.severity))
    && (choice.rule === null || department.rules.includes(choice.rule))
    && (choice.cohort === null || department.cohort === choice.cohort)
    && words.every(word => department.searched.includes(word));
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });
const READINESS = Object.keys(index.words.readiness);
const ranks = {};

// Places of departments when sorted by a text, computed once for each column of texts.
function rankBy(key) {
  if (!ranks[key]) {
    const texts = [...new Set(departments.map(department => department[key]))].sort(collator.compare);
    ranks[key] = new Map(texts.map((text, at) => [text, at]));
  }
  return ranks[key];
}

// What a column's key or a figure's label sorts by: a function from a department to a number, or to null
// where it has none.
function sortKey(name) {
  const column = index.columns.find(each => each.key === name);
  if (!column) return department => department.figures[name];
  if (name === 'readiness') return department => READINESS.indexOf(department.readiness);
  if (column.kind === 'count') return department => department[name];
  const rank = rankBy(name);
  return department => department[name] === '' ? null : rank.get(department[name]);
}

// Departments without a value come last whichever way the others stand; equals stay as they were filed.
function order() {
  const key = sortKey(choice.sort), way = choice.down ? -1 : 1;
  const keys = new Map(departments.map(department => [department, key(department)]));
  return function (one, other) {
    const first = keys.get(one), second = keys.get(other);
    if (first === null || second === null) return (first === null) - (second === null) || one.at - other.at;
    return way * (first - second) || other.errors - one.errors || one.at - other.at;
  };
}
