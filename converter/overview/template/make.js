// Making elements. Text only ever goes in as text: nothing a department wrote can become markup.

function make(tag, properties, ...children) {
  const element = document.createElement(tag);
  Object.entries(properties || {}).forEach(function ([name, value]) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  });
  element.append(...children.filter(child => child !== null));
  return element;
}

function draw(tag, attributes, text) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  if (text !== undefined) element.textContent = text;
  return element;
}

function refill(element, ...children) {
  element.textContent = '';
  element.append(...children);
}

function readinessMark(readiness) {
  return make('span', { className: 'readiness ' + readiness }, index.words.readiness[readiness]);
}

function severityTag(severity) {
  return make('span', { className: 'tag ' + severity }, index.words.severities[severity]);
}
