// The layout writes the token and the name of its header into two meta elements.
function meta(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content || undefined;
}

export function csrfHeaders(): Record<string, string> {
  const token = meta('_csrf');
  const header = meta('_csrf_header');
  return token && header ? { [header]: token } : {};
}
