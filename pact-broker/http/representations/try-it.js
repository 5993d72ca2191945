// The API page: finds operations, opens what the address names, and sends what a form says. Answers are never read as HTML.
const base = new URL('.', location.href).href.replace(/\/$/, '');

/** Opens what stands behind the # of the address. */
function openNamed() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named?.tagName === 'DETAILS') {
    named.open = true;
    named.scrollIntoView();
  }
}

function find(text) {
  const wanted = text.trim().toLowerCase();
  for (const group of document.querySelectorAll('.group')) {
    const operations = [...group.querySelectorAll('.operation')];
    for (const operation of operations) {
      const summary = `${operation.id} ${operation.querySelector('summary').textContent}`;
      operation.hidden = !summary.toLowerCase().includes(wanted);
    }
    group.hidden = operations.every((operation) => operation.hidden);
  }
}

/** The address that a form describes. */
function addressOf(form) {
  let path = form.dataset.path;
  const query = new URLSearchParams();
  for (const { name, value } of form.querySelectorAll('input')) {
    const [where, parameter] = [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)];
    if (where === 'path') path = path.replace(`{${parameter}}`, encodeURIComponent(value));
    else if (value !== '') query.append(parameter, value);
  }
  return `${path}${query.size > 0 ? `?${query}` : ''}`;
}

const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

const readable = (text, type) => (/json/.test(type) ? JSON.stringify(JSON.parse(text), null, 2) : text);

async function send(form) {
  const { method, type } = form.dataset;
  const address = addressOf(form);
  const output = form.querySelector('output');
  output.replaceChildren(element('p', 'Sending…'));
  const body = form.elements.body?.value;
  const headers = { accept: form.elements.accept.value, ...(body === undefined ? {} : { 'content-type': type }) };
  try {
    const answer = await fetch(base + address, { method, headers, ...(body === undefined ? {} : { body }) });
    const text = await answer.text();
    const answered = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    output.replaceChildren(
      element('p', `${method} ${address} → ${answer.status} ${answer.statusText}`),
      element('pre', answered),
      ...(text === '' ? [] : [element('pre', readable(text, answer.headers.get('content-type') ?? ''))]),
    );
  } catch (error) {
    output.replaceChildren(element('p', `${method} ${address} could not be sent: ${error.message}`));
  }
}

document.addEventListener('submit', (event) => {
  event.preventDefault();
  send(event.target);
});
document.querySelector('input[type=search]').addEventListener('input', (event) => find(event.target.value));
addEventListener('hashchange', openNamed);
openNamed();
