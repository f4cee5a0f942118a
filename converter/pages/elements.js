// Making elements. Text only ever goes in as text: nothing anybody wrote can become markup.

function byId(id) { return document.getElementById(id); }

function make(tag, properties, ...children) {
  const element = document.createElement(tag);
  Object.entries(properties || {}).forEach(function ([name, value]) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  });
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

function refill(element, ...children) {
  element.textContent = '';
  element.append(...children);
}
