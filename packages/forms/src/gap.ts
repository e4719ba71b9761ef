import { isPlainMap } from './plain-data.ts'

/** A value that is not there yet, or never will be, and why. */
export type Gap =
  /** `待查: 财务部 7月20日` */
  | { readonly kind: 'open'; readonly note?: string }
  /** `无: 理由`, or a bare `/`. */
  | { readonly kind: 'none'; readonly reason?: string; readonly written: '/' | '无' }

const openKeys: ReadonlySet<string> = new Set(['待查', 'open'])
const noneKeys: ReadonlySet<string> = new Set(['无', 'none'])

/** Reads what is written in place of a value, as text (`无：理由`) or as a map (`无: 理由`). */
export function readGap(value: unknown, text: string | undefined): Gap | undefined {
  if (isPlainMap(value)) {
    const [entry, ...more] = Object.entries(value)
    return entry === undefined || more.length > 0 ? undefined : keyed(entry[0], entry[1])
  }
  const typed = text?.trim() ?? ''
  if (/^[/／]$/u.test(typed)) return { kind: 'none', written: '/' }
  const [, key, rest] = /^(待查|无)\s*[:：]\s*(.*)$/su.exec(typed) ?? []
  if (key !== undefined) return keyed(key, rest)
  return typed === '待查' ? { kind: 'open' } : undefined
}

function keyed(key: string, value: unknown): Gap | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  if (openKeys.has(key)) return text === '' ? { kind: 'open' } : { kind: 'open', note: text }
  if (!noneKeys.has(key)) return undefined
  return text === ''
    ? { kind: 'none', written: '无' }
    : { kind: 'none', written: '无', reason: text }
}
