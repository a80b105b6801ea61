import { el } from './dom';
import { texts } from './texts';

// Keys for any page with a list. It knows no page: [data-keys] is a list, [data-keys-item] its rows, [data-key-action] what c, n,
// Ctrl+Enter and / press, and [data-key="x"] gives any other element a letter of its own.
const STORED = 'perron.singleKeys';
const singleKeys = (): boolean => localStorage.getItem(STORED) !== 'off';

const actionOfKey: Record<string, string> = { c: 'claim', n: 'next', '/': 'filter' };
let currentId: string | undefined;

const seen = (element: HTMLElement): boolean => element.getClientRects().length > 0;

function first(selector: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(selector)].find(seen);
}

function items(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-keys] [data-keys-item]')].filter(seen);
}

function nameOf(item: HTMLElement): string | undefined {
  return item.dataset.keysItem || item.id || undefined;
}

function current(): HTMLElement | undefined {
  return items().find((item) => item.getAttribute('aria-current') === 'true');
}

function opener(item: HTMLElement): HTMLElement {
  return item.querySelector<HTMLElement>('[data-keys-open]') ?? item.querySelector<HTMLElement>('a[href], button') ?? item;
}

function choose(item: HTMLElement, focus: boolean): void {
  for (const other of items()) {
    if (other !== item) {
      other.removeAttribute('aria-current');
    }
  }
  item.setAttribute('aria-current', 'true');
  currentId = nameOf(item);
  if (focus) {
    opener(item).focus({ preventScroll: true });
    item.scrollIntoView({ block: 'nearest' });
  }
}

function step(by: number): boolean {
  const all = items();
  if (all.length === 0) {
    return false;
  }
  const here = current();
  const at = here ? all.indexOf(here) + by : by > 0 ? 0 : all.length - 1;
  choose(all[Math.min(Math.max(at, 0), all.length - 1)], true);
  return true;
}

function press(element: HTMLElement | undefined): boolean {
  if (!element || element.matches(':disabled, [aria-disabled="true"]')) {
    return false;
  }
  if (element.localName === 'perron-form') {
    (element as HTMLElement & { submit(): void }).submit();
  } else if (element.matches('input:not([type="submit"], [type="button"], [type="checkbox"]), textarea, select')) {
    element.focus();
    (element as HTMLInputElement).select?.();
  } else {
    element.click();
  }
  return true;
}

const action = (name: string): HTMLElement | undefined => first(`[data-key-action="${name}"]`);

function openCurrent(target: HTMLElement): boolean {
  const item = current();
  // On a link or button Enter already does its own work.
  return item && !target.closest('a, button, summary') ? press(opener(item)) : false;
}

function help(): boolean {
  const rows: [string, string][] = [];
  if (items().length > 0) {
    rows.push(['j / k / ↓ / ↑', texts.keyMove], ['Enter', texts.keyOpen]);
  }
  const told = (name: string, otherwise: string): string => action(name)?.dataset.keyLabel || otherwise;
  const known: [string, string, string][] = [
    ['claim', 'c', texts.keyClaim],
    ['complete', 'Ctrl + Enter', texts.keyComplete],
    ['next', 'n', texts.keyNext],
    ['filter', '/', texts.keyFilter],
  ];
  for (const [name, key, label] of known) {
    if (action(name)) {
      rows.push([key, told(name, label)]);
    }
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-key]')) {
    rows.push([element.dataset.key!, element.dataset.keyLabel || element.textContent?.trim() || '']);
  }
  rows.push(['?', texts.keyHelp]);

  const onOff = el('input', { type: 'checkbox', checked: singleKeys() });
  onOff.addEventListener('change', () => localStorage.setItem(STORED, onOff.checked ? 'on' : 'off'));
  const close = el('button', { class: 'button primary', autofocus: true }, texts.close);
  const list = el('dl', { class: 'facts' });
  for (const [keys, label] of rows) {
    const shown = keys.split(' / ').flatMap((key, index) => (index ? [' ', el('kbd', {}, key)] : [el('kbd', {}, key)]));
    list.append(el('dt', {}, ...shown), el('dd', {}, label));
  }
  const dialog = el(
    'dialog',
    { 'aria-labelledby': 'keys-title', id: 'keys-help' },
    el('h2', { id: 'keys-title' }, texts.keys),
    list,
    el('label', { class: 'check' }, onOff, texts.singleKeys),
    el('form', { method: 'dialog', class: 'toolbar' }, close),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return true;
}

function handle(event: KeyboardEvent, target: HTMLElement): boolean {
  const writing = target.closest('input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"]), textarea, select, [contenteditable="true"]');
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    return press(action('complete'));
  }
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return false;
  }
  if (writing) {
    if (event.key === 'Escape') {
      (writing as HTMLElement).blur();
    }
    return false;
  }
  // Arrows belong to what has the focus when that uses them itself.
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    return target.closest('perron-diagram, perron-form, perron-decision, [role="tablist"]') ? false : step(event.key === 'ArrowDown' ? 1 : -1);
  }
  if (event.key === 'Enter') {
    return openCurrent(target);
  }
  if (event.key === '?') {
    return help();
  }
  if (!singleKeys() || target.closest('perron-form')) {
    return false;
  }
  if (event.key === 'j' || event.key === 'k') {
    return step(event.key === 'j' ? 1 : -1);
  }
  const own = first(`[data-key="${CSS.escape(event.key)}"]`);
  return press(own ?? (actionOfKey[event.key] ? action(actionOfKey[event.key]) : undefined));
}

document.addEventListener('keydown', (event) => {
  const target = event.target instanceof HTMLElement || event.target instanceof SVGElement ? (event.target as HTMLElement) : document.body;
  if (!event.defaultPrevented && !event.isComposing && !document.querySelector('dialog[open]') && handle(event, target)) {
    event.preventDefault();
  }
});

document.addEventListener('focusin', (event) => {
  const item = (event.target as HTMLElement).closest<HTMLElement>('[data-keys] [data-keys-item]');
  if (item) {
    choose(item, false);
  }
});

document.addEventListener('click', (event) => {
  if ((event.target as HTMLElement).closest?.('[data-key-help]')) {
    help();
  }
});

// A list that came anew keeps the row that was current.
document.addEventListener('htmx:load', () => {
  const again = currentId && !current() ? items().find((item) => nameOf(item) === currentId) : undefined;
  again?.setAttribute('aria-current', 'true');
});
