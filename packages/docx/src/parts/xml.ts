type Value = string | number | undefined

/** An element of a part written whole, as text. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
  children: readonly (string | undefined)[] = [],
): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('')
  const inside = children.filter((child) => child !== undefined).join('')
  return inside === '' ? `<${name}${given}/>` : `<${name}${given}>${inside}</${name}>`
}

/** `<name w:val="…"/>` */
export function val(name: string, value: string | number): string {
  return xml(name, { 'w:val': value })
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
