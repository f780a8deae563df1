// SPDX-License-Identifier: EPL-2.0
// What a panel shows. Pure.

/** The server's answer to `infra.report`. */
export interface Report {
  readonly html: string;
}

export function isReport(answer: unknown): answer is Report {
  return typeof (answer as { html?: unknown } | null)?.html === 'string';
}

/** Light or dark as the editor is; the place of reading is kept when the page comes anew. */
const MANNERS = `<style>body{padding:0}</style><script>
(() => {
  const body = document.body;
  const theme = () => {
    const dark = body.classList.contains('vscode-dark');
    const contrast = body.classList.contains('vscode-high-contrast');
    const light = body.classList.contains('vscode-high-contrast-light');
    document.documentElement.dataset.theme = dark || (contrast && !light) ? 'dark' : 'light';
  };
  theme();
  new MutationObserver(theme).observe(body, { attributeFilter: ['class'] });
  const editor = acquireVsCodeApi();
  const kept = editor.getState();
  if (kept) addEventListener('load', () => scrollTo({ top: kept.top, behavior: 'instant' }));
  addEventListener('scroll', () => editor.setState({ top: scrollY }), { passive: true });
})();
</script>`;

const POLICY =
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; ` +
  `img-src data:; font-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">`;

/** The report's page as a panel shows it: it loads nothing from anywhere. */
export function forWebview(html: string): string {
  return html
    .replace(/<head>/, (head) => head + POLICY)
    .replace(/<body[^>]*>/, (body) => body + MANNERS);
}

/** A page that says one sentence. */
export function notice(words: string): string {
  const text = words.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"></head><body><p>${text}</p></body></html>`;
}
