// The first page: finds integrations while one types, keeps the search in the address, copies versions. Texts are never read as HTML.
const form = document.querySelector('form');
const search = form.elements.q;
const found = document.querySelector('#found');
const nothing = document.querySelector('#nothing');
const said = document.querySelector('#said');
const total = Number(found.dataset.total);
const rows = [...document.querySelectorAll('tbody tr')].map((row) => ({
  row,
  names: [...row.querySelectorAll('.name')].map((name) => name.textContent.toLowerCase()),
}));

function find() {
  const wanted = search.value.trim().toLowerCase();
  let count = 0;
  for (const { row, names } of rows) {
    const isFound = names.some((name) => name.includes(wanted));
    row.hidden = !isFound;
    if (isFound) count++;
  }
  found.textContent = `${count === total ? '' : `${count} of `}${total} integration${total === 1 ? '' : 's'}`;
  nothing.hidden = count > 0;
}

/** So that what is seen can be passed on. */
function keepInAddress() {
  const address = new URL(location.href);
  const wanted = search.value.trim();
  if (wanted === '') address.searchParams.delete('q');
  else address.searchParams.set('q', wanted);
  history.replaceState(null, '', address);
}

/** The clipboard proper is only there over HTTPS and on localhost, and may be forbidden; the older way works everywhere. */
const copy = (text) => (navigator.clipboard ? navigator.clipboard.writeText(text).catch(() => copyAsOfOld(text)) : copyAsOfOld(text));

async function copyAsOfOld(text) {
  const put = (event) => {
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', put);
  const done = document.execCommand('copy');
  document.removeEventListener('copy', put);
  if (!done) throw new Error('The browser does not let the page copy');
}

async function copyVersion(button) {
  const version = button.title || button.textContent;
  try {
    await copy(version);
    button.dataset.said = 'copied';
    said.textContent = `Copied ${version}`;
  } catch {
    button.dataset.said = 'could not be copied';
    said.textContent = `Could not copy ${version}`;
  }
  setTimeout(() => delete button.dataset.said, 1500);
}

search.addEventListener('input', () => {
  find();
  keepInAddress();
});
form.addEventListener('submit', (event) => event.preventDefault());
document.addEventListener('click', ({ target }) => {
  const button = target.closest('.version');
  if (button) copyVersion(button);
});
// A browser that comes back to the page may fill the box by itself.
addEventListener('pageshow', find);
find();
