/** Where a chart stands decides how it looks. Lengths are points. */
export interface ChartLook {
  readonly width: number
  readonly height: number
  /** The document's own font names, best first: a chart in other fonts would bring them into the PDF. */
  readonly fonts: readonly string[]
  readonly fontSize: number
}

/** As CSS wants it. */
export function fontFamily(fonts: readonly string[]): string {
  const generic = new Set(['serif', 'sans-serif', 'monospace'])
  return fonts
    .map((name) => (generic.has(name) ? name : `'${name.replace(/['\\\p{Cc}]/gu, '')}'`))
    .join(',')
}
