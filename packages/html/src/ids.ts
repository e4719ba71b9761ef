/**
 * An anchor as an id: letters, digits and hyphens only, so that it is the same in HTML, in CSS and as the name of a PDF
 * destination. Different anchors have different ids.
 */
export function idOf(anchor: string): string {
  const safe = anchor.replace(
    /[^A-Za-z0-9-]/gu,
    (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`,
  )
  return `a-${safe}`
}

/** The anchor behind an id; undefined for ids that the pages have for themselves. */
export function anchorOf(id: string): string | undefined {
  if (!/^a-(?:[A-Za-z0-9-]|_[0-9a-f]{1,6}_)*$/.test(id)) return undefined
  return id
    .slice(2)
    .replace(/_([0-9a-f]+)_/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}

/** The place where a run of pages begins. */
export function runId(index: number): string {
  return `r-${index}`
}

/** The blank page before a run. */
export function blankId(index: number): string {
  return `b-${index}`
}
