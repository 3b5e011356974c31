/* The page works without this file: it only sends without leaving the page, and shows answers as they come. */
document.documentElement.classList.add('js');

const log = document.getElementById('log');
const composer = document.querySelector('.composer');
const box = document.getElementById('text');
const status = document.getElementById('status');
const working = document.getElementById('working');
/** The answer is near: a person who scrolled up to read is left in peace. */
const NEAR_END = 240;
const WORKING_AT_MOST = 30_000;
let workingTimer;

function nearEnd() {
  const page = document.documentElement;
  return page.scrollHeight - window.scrollY - window.innerHeight < NEAR_END;
}

function scrollToEnd() {
  window.scrollTo({ top: document.documentElement.scrollHeight });
}

function say(text) {
  if (status) status.textContent = text;
}

function showWorking(on) {
  if (!working) return;
  working.hidden = !on;
  clearTimeout(workingTimer);
  if (on) workingTimer = setTimeout(() => showWorking(false), WORKING_AT_MOST);
}

function grow() {
  if (!box) return;
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + 2}px`;
}

function freshNonce() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (one) => one.toString(16).padStart(2, '0')).join('');
}

/** Shown until the store says what was kept, which may be less than what was written. */
function showPending(text) {
  const entry = document.createElement('li');
  entry.className = 'entry asker pending';
  const body = document.createElement('div');
  body.className = 'body';
  const words = document.createElement('p');
  words.className = 'words';
  words.textContent = text;
  body.append(words);
  entry.append(body);
  log?.append(entry);
  scrollToEnd();
  return entry;
}

function parseEntry(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild;
}

/** Under one's own message: whether it was passed on. */
function applySign(message, sign) {
  const body = log.querySelector(`[data-message="${CSS.escape(message)}"] .body`);
  if (!body) return;
  const mark = body.querySelector('.sign') ?? body.appendChild(document.createElement('p'));
  mark.className = 'sign';
  mark.textContent = sign;
}

/** Moments in the reader's own language and zone; what stands there without this script is in UTC. */
function showLocalTimes(root) {
  for (const time of root.querySelectorAll('time[data-moment]')) {
    const { lang } = time.closest('[lang]') ?? document.documentElement;
    const moment = new Date(time.getAttribute('datetime'));
    time.textContent = moment.toLocaleString(lang, { dateStyle: 'medium', timeStyle: 'short', hour12: false });
    time.title = time.getAttribute('datetime');
  }
}

function applyEntry({ id, from, html, message, sign }) {
  if (sign !== undefined) {
    applySign(message, sign);
    // A person reads it now: there is nothing more to wait for.
    showWorking(false);
    return;
  }
  const follow = nearEnd();
  const old = document.getElementById(id);
  document.getElementById('welcome')?.remove();
  if (html === undefined) {
    old?.remove();
    return;
  }
  if (from !== 'assistant' && !old) log.querySelector('.pending')?.remove();
  const entry = parseEntry(html);
  showLocalTimes(entry);
  const hadFocus = old?.contains(document.activeElement);
  if (old) old.replaceWith(entry);
  else log.insertBefore(entry, log.querySelector('.pending'));
  if (hadFocus) entry.querySelector('button, a')?.focus();
  if (from === 'assistant') showWorking(false);
  if (follow) scrollToEnd();
}

function listen() {
  const events = new EventSource(log.dataset.events);
  events.addEventListener('entry', (event) => applyEntry(JSON.parse(event.data)));
  events.addEventListener('open', () => say(''));
  events.addEventListener('error', () => say(status?.dataset.reconnecting ?? ''));
}

/** Resolves with nothing when it was accepted, else with what to tell the person. */
async function post(form, data) {
  try {
    // Not `form.action`: buttons named "action" stand in its way.
    const address = form.getAttribute('action');
    const answer = await fetch(address, { method: 'POST', body: data, headers: { accept: 'application/json' } });
    const { location: next, message } = await answer.json();
    if (next) location.assign(next);
    return answer.ok ? undefined : message;
  } catch {
    return composer?.dataset.unsent;
  }
}

async function sendMessage(form, text, submitter) {
  const data = new FormData(form);
  data.set('text', text);
  if (submitter?.name) data.set(submitter.name, submitter.value);
  const pending = showPending(text);
  if (submitter?.value !== 'send') showWorking(true);
  const fault = await post(form, data);
  if (fault === undefined) return true;
  pending.remove();
  showWorking(false);
  say(fault);
  return false;
}

/** How many files go with the next message. */
function countFiles(files) {
  const label = files?.closest('label');
  if (!label) return;
  if (files.files.length > 0) label.dataset.count = String(files.files.length);
  else delete label.dataset.count;
}

async function submitComposer(submitter) {
  const text = box.value;
  const nonce = composer.elements.namedItem('nonce');
  const files = composer.elements.namedItem('files');
  if ((text.trim() === '' && !files?.files.length) || composer.dataset.busy) return;
  composer.dataset.busy = 'true';
  say('');
  box.value = '';
  grow();
  const sent = await sendMessage(composer, text, submitter);
  if (sent) {
    nonce.value = freshNonce();
    if (files) files.value = '';
    countFiles(files);
  } else if (box.value === '') box.value = text;
  delete composer.dataset.busy;
  grow();
  box.focus();
}

async function submitExample(form, submitter) {
  await sendMessage(form, submitter.value, submitter);
  box?.focus();
}

async function submitActions(form, submitter) {
  const data = new FormData(form);
  data.set(submitter.name, submitter.value);
  submitter.disabled = true;
  showWorking(true);
  scrollToEnd();
  const fault = await post(form, data);
  submitter.disabled = false;
  submitter.focus({ preventScroll: true });
  if (fault === undefined) return;
  showWorking(false);
  say(fault);
}

async function copy(button) {
  const label = button.firstElementChild;
  const before = label.textContent;
  await navigator.clipboard.writeText(button.dataset.copy);
  label.textContent = button.dataset.done;
  say(`${button.dataset.done} ${button.dataset.copy}`);
  setTimeout(() => {
    label.textContent = before;
  }, 1_500);
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!log) return;
  if (form === composer) void submitComposer(event.submitter);
  else if (form.matches('.examples')) void submitExample(form, event.submitter);
  else if (form.matches('.actions')) void submitActions(form, event.submitter);
  else return;
  event.preventDefault();
});

document.addEventListener('click', (event) => {
  const button = event.target.closest('button.copy');
  if (button) void copy(button);
});

/* While an input method composes, Enter chooses a word. */
box?.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  composer.requestSubmit();
});
box?.addEventListener('input', grow);

async function refreshList() {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('tickets');
  if (!fresh) return;
  showLocalTimes(fresh);
  document.getElementById('tickets').replaceChildren(...fresh.childNodes);
}

/** The desk's list: the page is fetched again when one of its tickets changed. */
function followList(list) {
  const events = new EventSource(list.dataset.changes);
  events.addEventListener('changed', () => void refreshList());
}

showLocalTimes(document);

const tickets = document.getElementById('tickets');
if (tickets) followList(tickets);

if (log) {
  grow();
  listen();
  if (log.children.length > 0) scrollToEnd();
}

composer?.elements.namedItem('files')?.addEventListener('change', ({ target }) => countFiles(target));
