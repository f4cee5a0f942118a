// What is shown, as it was embedded: `records.py` says what is in it.

const shown = JSON.parse(byId('data').textContent);

function intoView(element) {
  element.scrollIntoView({ block: 'center', inline: 'center' });
}
