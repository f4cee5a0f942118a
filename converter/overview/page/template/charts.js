// Distributions: all departments pale, the chosen ones in front of them, the odd ones named below.

const HIGH = 104, LEFT = 34, RIGHT = 356, TOP = 8;
const ODDS_AT_FIRST = 4;
const charted = figures.filter(figure => figure.chart);
const allOdds = new Set();

function showCharts() {
  byId('charts-of').textContent = cohorts.length > 1 ? cohortName(cohorts[shownCohort()]) : '';
  refill(byId('charts'), ...chartedOf(compared()).map(chart));
}

function chart(figure) {
  const withValue = compared().filter(department => department.figures[figure.label] !== null);
  const middle = median(withValue.map(department => department.figures[figure.label]));
  return make('div', { className: 'chart' },
    make('h3', null, headed(figure),
      make('span', null, '中位数 ' + printed(middle, figure) + '，' + parted(String(withValue.length)) + ' 个部门有数')),
    plot(figure, withValue, middle), odds(figure, withValue, middle));
}

function median(values) {
  if (!values.length) return null;
  const sorted = values.slice().sort((one, other) => one - other), half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

// How many of the departments fall into each bar; what lies beyond the bounds is in the end bars.
function barCounts(figure, among) {
  const { least, most, bars } = figure.chart, counts = new Array(bars).fill(0);
  among.forEach(function (department) {
    const bar = Math.floor((department.figures[figure.label] - least) / (most - least) * bars);
    counts[Math.max(0, Math.min(bars - 1, bar))] += 1;
  });
  return counts;
}

function plot(figure, withValue, middle) {
  const { least, most, bars } = figure.chart;
  const all = barCounts(figure, withValue), isChosen = new Set(chosen);
  const some = barCounts(figure, withValue.filter(department => isChosen.has(department)));
  const top = Math.max(1, ...all), step = (RIGHT - LEFT) / bars;
  const place = value => LEFT + (Math.max(least, Math.min(most, value)) - least) / (most - least) * (RIGHT - LEFT);
  const svg = draw('svg', { viewBox: '0 0 360 ' + (HIGH + 30), role: 'img', 'aria-label':
    headed(figure) + '分布：' + withValue.length + ' 个部门有数，中位数 ' + printed(middle, figure) });
  const height = count => count ? Math.max(1.5, count / top * (HIGH - TOP)) : 0;
  all.forEach(function (count, bar) {
    const from = least + bar * (most - least) / bars, to = least + (bar + 1) * (most - least) / bars;
    const box = name => ({ class: name, x: LEFT + bar * step + 0.75, width: step - 1.5 });
    const back = draw('rect', Object.assign(box('all'), { y: HIGH - height(count), height: height(count) }));
    const front = draw('rect', Object.assign(box('chosen'), { y: HIGH - height(some[bar]), height: height(some[bar]) }));
    const text = (bar === 0 ? '' : tick(from)) + ' ～ ' + (bar === bars - 1 ? '' : tick(to)) + '：' + some[bar] + ' / ' + count;
    [back, front].forEach(rect => rect.append(draw('title', {}, text)));
    svg.append(back, front);
  });
  svg.append(draw('line', { class: 'axis', x1: LEFT, x2: RIGHT, y1: HIGH, y2: HIGH }));
  if (middle !== null) svg.append(draw('line', { class: 'middle', x1: place(middle), x2: place(middle), y1: TOP - 4, y2: HIGH }));
  withValue.filter(department => department.outliers.includes(figure.label)).forEach(department =>
    svg.append(draw('circle', { class: 'odd', r: 2.5, cx: place(department.figures[figure.label]), cy: HIGH + 5 })));
  [[least, 'start', '≤ '], [(least + most) / 2, 'middle', ''], [most, 'end', '≥ ']].forEach(([value, anchor, sign]) =>
    svg.append(draw('text', { x: place(value), y: HIGH + 24, 'text-anchor': anchor }, sign + tick(value))));
  svg.append(draw('text', { x: LEFT - 6, y: TOP + 6, 'text-anchor': 'end' }, parted(String(top))));
  svg.append(draw('text', { x: LEFT - 6, y: HIGH, 'text-anchor': 'end' }, '0'));
  return svg;
}

function tick(value) { return String(Math.round(value * 100) / 100); }

function odds(figure, withValue, middle) {
  const all = withValue.filter(department => department.outliers.includes(figure.label)).sort((one, other) =>
    Math.abs(other.figures[figure.label] - middle) - Math.abs(one.figures[figure.label] - middle) || one.at - other.at);
  const shown = allOdds.has(figure.label) ? all : all.slice(0, ODDS_AT_FIRST);
  const list = make('div', { className: 'odds' }, ...shown.map(department => make('button', {
    type: 'button', title: department.name, onclick: () => openDrawer(department)
  }, make('span', null, department.name), make('b', null, measured(department.figures[figure.label], figure)))));
  if (!all.length) list.append(make('span', { className: 'none' }, '没有异常的部门'));
  if (all.length > shown.length) list.append(make('button', {
    type: 'button', className: 'rest', onclick: function () { allOdds.add(figure.label); showCharts(); }
  }, '显示全部 ' + all.length + ' 个'));
  return list;
}
