// The data as it was embedded: an index of all departments, read at once; their details in chunks, read
// when one of them is asked for; and the phrases that texts are made of.

function byId(id) { return document.getElementById(id); }
function embedded(id) { return JSON.parse(byId(id).textContent); }

const data = embedded('index');
const columns = data.columns.map(function (each, at) {
  const [label, unit, group, digits, trim, chart] = each;
  return { at, label, unit, group, digits, trim, chart };
});
const groups = columns.map(column => column.group).filter((group, at, all) => all.indexOf(group) === at);
const rules = data.rules.map(function (each, at) {
  const [code, severity, departments] = each;
  return { at, code, severity, departments };
});
const departments = data.departments.map(function (each, at) {
  const [name, code, others, level, kind, verdict, errors, warnings, missing, grade, values, found, odd] = each;
  return {
    at, name, code, level: data.levels[level], kind: data.kinds[kind], verdict: data.verdicts[verdict],
    errors, warnings, missing, grade, values, rules: found, odd,
    severities: found.map(rule => rules[rule].severity),
    haystack: [name, code, others].join('\n').toLowerCase()
  };
});

const chunks = new Map();
let phrases = null;

// What a department's drawer shows: [facts, sources, findings, missing, outputs, notes, reasons].
function detailOf(department) {
  const number = Math.floor(department.at / data.chunk);
  if (!chunks.has(number)) chunks.set(number, embedded('details-' + number));
  return chunks.get(number)[department.at % data.chunk];
}

// A text is the number of a phrase without gaps, or a phrase's number and what fills its gaps: words by
// their number, anything else as it is.
function textOf(packed) {
  if (!phrases) phrases = embedded('phrases');
  if (typeof packed === 'number') return phrases.phrases[packed].join('');
  const pieces = phrases.phrases[packed[0]];
  let text = pieces[0];
  for (let gap = 1; gap < pieces.length; gap += 1) {
    const filling = packed[gap];
    text += (typeof filling === 'number' ? phrases.words[filling] : filling) + pieces[gap];
  }
  return text;
}

// A number as it is printed: thousands parted, decimals as its column says; null prints as a dash.
function printed(value, column) {
  if (value === null) return '—';
  if (value === 0 || column.trim) return parted(String(value));
  return parted(value.toFixed(column.digits));
}

function parted(text) {
  const [whole, decimals] = text.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? groups : groups + '.' + decimals;
}

// A number with its unit, as it reads on its own.
function measured(value, column) {
  return printed(value, column) + (value === null ? '' : column.unit);
}

function headed(column) { return column.label + '（' + column.unit + '）'; }
