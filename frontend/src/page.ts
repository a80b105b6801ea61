import { csrfHeaders } from './csrf';
import { showLocalTimes } from './times';

// Loaded by every page: small, and it fetches an island only when the page has its element.
const islands: Record<string, () => Promise<unknown>> = {
  'perron-diagram': () => import('./diagram/diagram'),
  'perron-decision': () => import('./decision'),
  'perron-form': () => import('./form'),
  '[data-keys], [data-key-action], [data-key]': () => import('./desk'),
};

const woken = new Set<string>();

function wakeIslands(): void {
  for (const [selector, load] of Object.entries(islands)) {
    if (!woken.has(selector) && document.querySelector(selector)) {
      woken.add(selector);
      load().catch((failure: unknown) => {
        woken.delete(selector);
        console.error(`The island ${selector} did not load`, failure);
      });
    }
  }
}

/** What scrolls sideways can be scrolled by the keyboard too. */
function reachScrollers(): void {
  for (const wrap of document.querySelectorAll<HTMLElement>('.table-wrap')) {
    if (wrap.scrollWidth > wrap.clientWidth) {
      wrap.tabIndex = 0;
    } else {
      wrap.removeAttribute('tabindex');
    }
  }
}

function refresh(): void {
  wakeIslands();
  reachScrollers();
  showLocalTimes(document);
}

document.addEventListener('htmx:configRequest', (event) => {
  const { headers, verb } = (event as CustomEvent<{ headers: Record<string, string>; verb: string }>).detail;
  if (verb !== 'get') {
    Object.assign(headers, csrfHeaders());
  }
});
document.addEventListener('htmx:load', refresh);
document.addEventListener('htmx:historyRestore', refresh);

document.addEventListener('keydown', (event) => {
  const menu = document.querySelector<HTMLDetailsElement>('.site-menu[open]');
  if (event.key === 'Escape' && menu) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
});

/** A chosen file is laid open in the form, to be seen before it is sent. */
async function layOpen(chooser: HTMLInputElement): Promise<void> {
  const file = chooser.files?.[0];
  const content = document.getElementById(chooser.dataset.content ?? '');
  const name = document.getElementById(chooser.dataset.name ?? '');
  if (file && content instanceof HTMLTextAreaElement && name instanceof HTMLInputElement) {
    content.value = await file.text();
    name.value = file.name;
  }
}

document.addEventListener('change', (event) => {
  if (event.target instanceof HTMLInputElement && event.target.dataset.content) {
    void layOpen(event.target);
  }
});

addEventListener('resize', reachScrollers);
refresh();
setInterval(() => showLocalTimes(document), 30_000);
