/** What a note to fellow writers asks of the tool. */
export type NoteMeaning =
  | { readonly kind: 'mark'; readonly ids: readonly string[] }
  | { readonly kind: 'waiver'; readonly rule: string; readonly reason: string }
  | { readonly kind: 'note' }

const mark = /^\s*(?:要求|requirements?)\s*[:：]\s*(.*)$/isu
const waiver = /^\s*(?:ziping-忽略|ziping-ignore)\s+([a-z][a-z-]*)\s*(?:[:：]\s*(.*))?$/isu

/** Reads the text between `<!--` and `-->`. */
export function readNote(value: string): NoteMeaning {
  const marked = mark.exec(value)
  if (marked !== null) {
    const ids = (marked[1] ?? '')
      .normalize('NFKC')
      .split(/[\s,、;]+/)
      .filter((id) => id !== '')
    return { kind: 'mark', ids }
  }
  const waived = waiver.exec(value)
  if (waived !== null)
    return { kind: 'waiver', rule: waived[1] ?? '', reason: (waived[2] ?? '').trim() }
  return { kind: 'note' }
}
