/** A map as a data file gives it. */
export type PlainMap = Readonly<Record<string, unknown>>

export function isPlainMap(value: unknown): value is PlainMap {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

export function asMap(value: unknown): PlainMap {
  return isPlainMap(value) ? value : {}
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function asText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** A key left empty, as in a fresh skeleton, says nothing. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

/** Neither do a map or rows all of whose keys are left empty; an empty list says that there is none. */
export function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isBlank)
  return isPlainMap(value) ? Object.values(value).every(isBlank) : isEmpty(value)
}
