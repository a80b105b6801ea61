type Attributes = Record<string, string | boolean | undefined>;

/** A small builder: text is always text, never markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: (Node | string | undefined)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

export async function fetchText(url: string, accept: string, signal?: AbortSignal): Promise<string> {
  // Told apart from a page, so that a login does not lead back to it.
  const headers = { Accept: accept, 'X-Requested-With': 'XMLHttpRequest' };
  const answer = await fetch(url, { headers, credentials: 'same-origin', signal });
  if (!answer.ok) {
    throw new Error(`${answer.status} ${answer.statusText}`.trim());
  }
  return answer.text();
}

export function errorBox(title: string, cause: unknown): HTMLElement {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return el('div', { class: 'notice error', role: 'alert' }, el('strong', {}, title), ' ', el('span', {}, reason));
}
