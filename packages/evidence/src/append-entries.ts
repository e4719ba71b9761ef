import { isDeepStrictEqual } from 'node:util'
import { Document, parseDocument } from 'yaml'

/** An entry of the index. */
export interface NewEntry {
  readonly id: string
  readonly fields: Readonly<Record<string, string>>
}

/**
 * The index with entries added at its end. What stands there is kept to the byte; only where entries cannot simply follow
 * (the whole is written within braces) is it written anew, comments included.
 */
export function appendEntries(text: string, entries: readonly NewEntry[]): string {
  if (entries.length === 0) return text
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  const added = new Document(
    Object.fromEntries(entries.map(({ id, fields }) => [id, fields])),
  ).toString({ lineWidth: 0 })
  const kept = text === '' || /\n$/u.test(text) ? text : `${text}${end}`
  const appended = kept + added.replaceAll('\n', end)
  return holds(appended, text, entries) ? appended : rewritten(text, entries)
}

function rewritten(text: string, entries: readonly NewEntry[]): string {
  const document = parseDocument(text)
  for (const { id, fields } of entries) document.set(id, document.createNode(fields))
  return document.toString({ lineWidth: 0 })
}

/** Whether the new text says all that the old one said, and the new entries. */
function holds(text: string, before: string, entries: readonly NewEntry[]): boolean {
  const document = parseDocument(text)
  if (document.errors.length > 0) return false
  const now: unknown = document.toJS()
  const then: unknown = parseDocument(before).toJS() ?? {}
  if (typeof then !== 'object' || then === null) return false
  const wanted = { ...then, ...Object.fromEntries(entries.map(({ id, fields }) => [id, fields])) }
  return isDeepStrictEqual(now, wanted)
}
