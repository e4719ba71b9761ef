/** The labels a line begins with: `a)`, `（a）`, `1.`, `a）、b）…`; and how long they are. */
export interface LeadingLabels {
  readonly labels: readonly string[]
  readonly length: number
}

const one =
  /^\s*[（(]?\s*([a-zA-Z]|\d{1,2})\s*([)）]|[.．、:：](?!\d(?!\d{3}(?:年|[—–~～-]\d{4}年))))\s*/
const between = /^[、,，和与及]\s*(?=[（(]?\s*(?:[a-zA-Z]|\d{1,2})\s*[)）])/

export function leadingLabels(text: string): LeadingLabels | undefined {
  const labels: string[] = []
  let at = 0
  for (;;) {
    const match = one.exec(text.slice(at))
    if (match === null) break
    // `a、b）`: a label that only separates itself counts when another one follows.
    labels.push((match[1] ?? '').toLowerCase())
    at += match[0].length
    at += between.exec(text.slice(at))?.[0].length ?? 0
  }
  return labels.length === 0 ? undefined : { labels, length: at }
}
