/** Data without some of its keys, at any depth; neighbouring texts, wherever they were cut, as one. */
export function essence(
  value: unknown,
  without: readonly string[] = ['span', 'place', 'key', 'fence'],
): unknown {
  if (Array.isArray(value)) return mergeTexts(value.map((item) => essence(item, without)))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !without.includes(key))
      .map(([key, inner]) => [key, essence(inner, without)]),
  )
}

function mergeTexts(list: readonly unknown[]): readonly unknown[] {
  const merged: unknown[] = []
  for (const item of list) {
    const last = merged.at(-1)
    if (isText(item) && isText(last))
      merged[merged.length - 1] = { kind: 'text', value: last.value + item.value }
    else merged.push(item)
  }
  return merged
}

function isText(value: unknown): value is { readonly kind: 'text'; readonly value: string } {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'text'
}
