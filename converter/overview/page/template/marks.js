// What only this page makes: parts of drawings, and the marks of readiness and severity.

function draw(tag, attributes, text) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  if (text !== undefined) element.textContent = text;
  return element;
}

function readinessMark(readiness) {
  return make('span', { className: 'readiness ' + readiness }, index.words.readiness[readiness]);
}

function severityTag(severity) {
  return make('span', { className: 'tag ' + severity }, index.words.severities[severity]);
}
