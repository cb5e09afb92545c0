// What makes the pages handier; without it they are complete. Text goes into the page as text only.
'use strict';

const main = () => document.querySelector('main');
const form = () => document.getElementById('search');
const box = () => document.getElementById('q');
const plain = event => !event.ctrlKey && !event.metaKey && !event.altKey;

document.documentElement.classList.add('script');

// Where there is room the conditions are always there: in older browsers too.
function unfold() {
  if (matchMedia('(min-width: 62rem)').matches) {
    document.querySelector('.narrow details')?.setAttribute('open', '');
  }
}

unfold();

// Another search, shown in the place of this one.

let shown = location.pathname + location.search;
let latest = 0;

async function visit(address, isNew) {
  const visit = ++latest;
  main().setAttribute('aria-busy', 'true');
  let page;
  try {
    const answer = await fetch(address);
    page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    location.assign(address);
    return;
  }
  if (visit !== latest) {
    return;
  }
  if (!page.getElementById('search')) {
    location.assign(address);
    return;
  }
  if (isNew) {
    history.pushState(null, '', address);
  }
  shown = location.pathname + location.search;
  const typed = isNew && document.activeElement === box() ? box() : null;
  show(page);
  if (typed) {
    box().value = typed.value; // it may have been typed on
    box().setSelectionRange(typed.selectionStart, typed.selectionEnd);
  }
}

function show(page) {
  const focused = selectorOf(document.activeElement);
  const open = document.querySelector('.narrow details')?.open;
  document.title = page.title;
  main().replaceWith(page.querySelector('main'));
  if (open) {
    document.querySelector('.narrow details')?.setAttribute('open', '');
  }
  document.querySelector(focused)?.focus();
  document.getElementById('says').textContent = document.querySelector('h1').textContent;
}

// How a field is found again in the page that takes the place of this one.
function selectorOf(field) {
  if (field.id) {
    return '#' + field.id;
  }
  const box = field.type === 'checkbox' ? `[value="${CSS.escape(field.value)}"]` : '';
  return field.name ? `[name="${field.name}"]${box}` : 'nothing';
}

function addressOf(form) {
  const filled = [...new FormData(form)].filter(([, value]) => value.trim() !== '');
  return filled.length > 0 ? '/?' + new URLSearchParams(filled) : '/';
}

document.addEventListener('submit', event => {
  if (event.target === form()) {
    event.preventDefault();
    visit(addressOf(form()), true);
  }
});

document.addEventListener('change', event => {
  const field = event.target;
  const yearIsBeingTyped = field.type === 'date' && field.value !== '' && field.value < '1000';
  if (field.form === form() && field !== box() && !yearIsBeingTyped) {
    visit(addressOf(form()), true);
  }
});

addEventListener('popstate', () => {
  if (shown !== location.pathname + location.search) {
    visit(location.href, false);
  }
});

// The keyboard: / to the box, arrows through results, Esc back.

document.addEventListener('keydown', event => {
  const target = event.target;
  if (!plain(event)) {
    return;
  }
  if (event.key === '/' && !target.matches('input:not([type=checkbox]), select, textarea')) {
    event.preventDefault();
    box()?.focus();
    box()?.select();
  } else if (target === box() && completions()) {
    walkCompletions(event);
  } else if (target === box() || target.closest('.entry')) {
    walkResults(event, target);
  } else if (target.closest('.bars')) {
    walkBars(event, target);
  }
});

function walkResults(event, target) {
  const links = [...document.querySelectorAll('.entry h2 a')];
  const at = links.indexOf(target);
  if (event.key === 'ArrowDown' && at + 1 < links.length) {
    event.preventDefault();
    links[at + 1].focus();
  } else if (event.key === 'ArrowUp' && at >= 0) {
    event.preventDefault();
    (links[at - 1] ?? box()).focus();
  } else if (event.key === 'Escape' && target !== box()) {
    box().focus();
  }
}

// Completion of what is being typed.

const completions = () => document.getElementById('completions');
let typing = 0;

document.addEventListener('input', event => {
  if (event.target === box()) {
    clearTimeout(typing);
    typing = setTimeout(complete, 100);
  }
});

async function complete() {
  const text = box().value;
  let suggestions = [];
  if (text.trim() !== '') {
    try {
      const answer = await fetch('/v1/suggest?limit=8&q=' + encodeURIComponent(text));
      suggestions = answer.ok ? (await answer.json()).suggestions : [];
    } catch {
      // Without an answer there is nothing to offer.
    }
  }
  if (document.activeElement === box() && box().value === text) {
    offer(suggestions);
  }
}

function offer(suggestions) {
  withdraw();
  if (suggestions.length === 0) {
    return;
  }
  const list = document.createElement('ul');
  list.id = 'completions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Suggestions');
  list.append(...suggestions.map(optionOf));
  box().after(list);
  box().setAttribute('role', 'combobox');
  box().setAttribute('aria-autocomplete', 'list');
  box().setAttribute('aria-controls', list.id);
  box().setAttribute('aria-expanded', 'true');
}

function optionOf(suggestion, at) {
  const option = document.createElement('li');
  option.id = 'completion-' + at;
  option.setAttribute('role', 'option');
  option.dir = 'auto';
  const kind = document.createElement('span');
  kind.textContent = suggestion.kind === 'phrase' ? '' : suggestion.kind;
  option.append(suggestion.text, ' ', kind);
  option.addEventListener('pointerdown', event => event.preventDefault()); // the focus stays
  option.addEventListener('click', () => choose(suggestion));
  return option;
}

function withdraw() {
  completions()?.remove();
  box()?.removeAttribute('aria-activedescendant');
  if (box()?.hasAttribute('aria-expanded')) {
    box().setAttribute('aria-expanded', 'false');
    box().removeAttribute('aria-controls');
  }
}

function choose(suggestion) {
  withdraw();
  if (suggestion.id !== undefined) {
    location.assign('/article/' + encodeURIComponent(suggestion.id));
  } else {
    box().value = suggestion.query;
    box().form.requestSubmit();
  }
}

function walkCompletions(event) {
  const options = [...completions().children];
  const at = options.findIndex(option => option.ariaSelected === 'true');
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (step) {
    event.preventDefault();
    options[at]?.removeAttribute('aria-selected');
    const next = options[at < 0 && step < 0 ? options.length - 1 : at + step];
    next?.setAttribute('aria-selected', 'true');
    box().setAttribute('aria-activedescendant', next?.id ?? '');
  } else if (event.key === 'Enter' && at >= 0) {
    event.preventDefault();
    options[at].click();
  } else if (event.key === 'Escape') {
    event.preventDefault();
    withdraw();
  }
}

document.addEventListener('focusout', event => {
  if (event.target === box()) {
    withdraw();
  }
});

document.addEventListener('submit', () => {
  clearTimeout(typing);
  withdraw();
}, true);

// The timeline: a span of it is chosen by drawing over it, or with Shift and the arrows.

let start = null;
let end = null;

const barsBetween = () => {
  const all = [...document.querySelectorAll('.bars li')];
  const [from, to] = [all.indexOf(start), all.indexOf(end)].sort((a, b) => a - b);
  return from < 0 ? [] : all.slice(from, to + 1);
};

function mark() {
  const chosen = barsBetween();
  document.querySelectorAll('.bars li').forEach(bar => {
    bar.classList.toggle('chosen', chosen.length > 1 && chosen.includes(bar));
  });
  const says = document.querySelector('.span');
  if (says && chosen.length > 1) {
    says.textContent = spanText(chosen.map(bar => bar.firstElementChild).filter(link => link));
  }
}

function spanText(links) {
  if (links.length === 0) {
    return 'no articles';
  }
  const [first, last] = [links[0], links.at(-1)].map(link => link.title.split(': ')[0]);
  const count = links
      .map(link => Number(link.title.split(': ')[1].replace(/\D/g, '')))
      .reduce((sum, each) => sum + each, 0);
  return `${first} – ${last}: ${count} article${count === 1 ? '' : 's'}`;
}

function forget() {
  start = end = null;
  mark();
}

function visitSpan() {
  const links = barsBetween().map(bar => bar.firstElementChild).filter(link => link);
  forget();
  if (links.length > 0) {
    const address = new URL(links[0].href);
    address.searchParams.set('to', new URL(links.at(-1).href).searchParams.get('to'));
    visit(address.pathname + address.search, true);
  }
}

const barAt = x =>
  [...document.querySelectorAll('.bars li')].find(bar => x <= bar.getBoundingClientRect().right);

document.addEventListener('pointerdown', event => {
  if (event.button === 0 && event.target.closest('.bars')) {
    start = end = barAt(event.clientX);
  }
});

document.addEventListener('pointermove', event => {
  if (start && event.buttons === 1) {
    end = barAt(event.clientX) ?? end;
    mark();
  }
});

document.addEventListener('pointerup', () => {
  if (start && start !== end) {
    visitSpan();
  }
  start = end = null;
});

document.addEventListener('pointercancel', forget);

document.addEventListener('dragstart', event => {
  if (event.target.closest('.bars')) {
    event.preventDefault();
  }
});

function walkBars(event, target) {
  const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
  if (step) {
    event.preventDefault();
    const links = [...document.querySelectorAll('.bars a')];
    const next = links[links.indexOf(target) + step];
    if (next) {
      start = event.shiftKey ? start ?? target.parentElement : null;
      end = event.shiftKey ? next.parentElement : null;
      next.focus();
      mark();
    }
  } else if (event.key === 'Enter' && start !== end) {
    event.preventDefault();
    visitSpan();
  } else if (event.key === 'Escape') {
    forget();
  }
}
