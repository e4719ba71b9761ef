/** What a page may load: what it carries itself. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

/** The page with our fonts, our policy, and nothing that could lead away from it. */
export function secureHtml(html: string, fontCss: string): string {
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? ''
  const rest = harmless(html.slice(doctype.length))
  // Before <html> and <head>: the parser puts both into the head, whatever else the page begins with.
  return [
    '<!doctype html>',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<style>${fontCss}</style>`,
    rest,
  ].join('\n')
}

/** A refresh navigates away although scripts are off, and an empty PDF would remain. */
function harmless(html: string): string {
  return html.replaceAll(/<meta\b([^>]*?)\bhttp-equiv\b/gi, '<meta$1data-http-equiv')
}
