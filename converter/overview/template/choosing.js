// Which departments are shown, and in which order. Everything that changes it goes through `choose`.

const PLAIN = { text: '', verdict: '', level: '', kind: '', severity: '', rule: -1 };
const choice = Object.assign({ group: '', sort: 'errors', down: true, page: 0 }, PLAIN);
let chosen = departments;

function choose(change) {
  Object.assign(choice, { page: 0 }, change);
  chosen = departments.filter(department => fits(department)).sort(order());
  show();
}

// Whether a department passes every filter but the one left out, if one is.
function fits(department, leftOut) {
  const words = choice.text.trim().toLowerCase().split(/\s+/);
  return ['verdict', 'level', 'kind'].every(
    name => !choice[name] || name === leftOut || department[name] === choice[name]
  ) && (!choice.severity || department.severities.includes(choice.severity))
    && (choice.rule < 0 || department.rules.includes(choice.rule))
    && words.every(word => department.haystack.includes(word));
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });
const VERDICTS = Object.keys(data.words.verdicts);
const ranks = {};

// Places of departments when sorted by a text, reckoned once for each column of texts.
function rankBy(name) {
  if (!ranks[name]) {
    const texts = [...new Set(departments.map(department => department[name]))].sort(collator.compare);
    ranks[name] = new Map(texts.map((text, at) => [text, at]));
  }
  return ranks[name];
}

// What a column sorts by: a function from a department to a number, or to null where it has none.
function keyOf(name) {
  if (typeof name === 'number') return department => department.values[name];
  if (name === 'verdict') return department => VERDICTS.indexOf(department.verdict);
  if (['errors', 'warnings', 'missing'].includes(name)) return department => department[name];
  const rank = rankBy(name);
  return department => department[name] === '' ? null : rank.get(department[name]);
}

// Departments without a value come last whichever way the others stand; equals stay as they were filed.
function order() {
  const key = keyOf(choice.sort), way = choice.down ? -1 : 1;
  const keys = new Map(departments.map(department => [department, key(department)]));
  return function (one, other) {
    const first = keys.get(one), second = keys.get(other);
    if (first === null || second === null) return (first === null) - (second === null) || one.at - other.at;
    return way * (first - second) || one.at - other.at;
  };
}
