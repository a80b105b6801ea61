// The layout writes the token and the name of its header into two meta elements.
function meta(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content || undefined;
}

/** A new login brings a new token; the page that is open still has the old one. */
export async function renewCsrf(): Promise<void> {
  const page = await fetch(location.href, { credentials: 'same-origin', headers: { Accept: 'text/html' } });
  const fresh = new DOMParser().parseFromString(await page.text(), 'text/html');
  for (const name of ['_csrf', '_csrf_header']) {
    const value = fresh.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
    const here = document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`);
    if (value && here) {
      here.content = value;
    }
  }
}

export function csrfHeaders(): Record<string, string> {
  const token = meta('_csrf');
  const header = meta('_csrf_header');
  return token && header ? { [header]: token } : {};
}
