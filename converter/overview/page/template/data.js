// The data as it was embedded: JSON, deflated, in base64. The index of all departments is unpacked at once,
// their details some at a time when one of them is asked for. `page_records.py` says what is in it.

async function unpacked(id) {
  const bytes = Uint8Array.from(atob(byId(id).textContent), sign => sign.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).json();
}

byId('outdated').hidden = 'DecompressionStream' in window;
if (!byId('outdated').hidden) return;

const index = await unpacked('index');
const figures = index.figures;
const groups = [...new Set(figures.map(figure => figure.group))];
const rules = index.rules;
const ruleById = new Map(rules.map(rule => [rule.id, rule]));
const departments = index.departments.map((entry, at) => Object.assign({}, entry.columns, {
  at, code: entry.code, cohort: entry.cohort, figures: entry.figures, outliers: entry.outliers, rules: entry.rules,
  severities: entry.rules.map(id => ruleById.get(id).severity),
  searched: [entry.columns.name, entry.code, entry.search_words].join('\n').toLowerCase()
}));

const chunks = new Map();

// What is shown when a department is looked at.
async function detailsOf(department) {
  const number = Math.floor(department.at / index.chunk);
  if (!chunks.has(number)) chunks.set(number, unpacked('details-' + number));
  return (await chunks.get(number))[department.at % index.chunk];
}

// A number as it is printed: thousands parted, decimals as its figure says; null prints as a dash.
function printed(value, figure) {
  if (value === null) return '—';
  if (value === 0 || figure.trim) return parted(String(value));
  return parted(value.toFixed(figure.digits));
}

function parted(text) {
  const [whole, decimals] = text.split('.');
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? thousands : thousands + '.' + decimals;
}

// A number with its unit, as it reads on its own.
function measured(value, figure) {
  return printed(value, figure) + (value === null ? '' : figure.unit);
}

function headed(figure) { return figure.label + '（' + figure.unit + '）'; }
