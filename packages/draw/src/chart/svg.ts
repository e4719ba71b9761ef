/** Text as XML takes it; control characters have no place in it. */
export function escapeXml(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Without what XML forbids even in its escaped form, or would break a line of a label. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')
}

export type SvgAttributes = Readonly<Record<string, string | number | undefined>>

export function element(
  name: string,
  attributes: SvgAttributes,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === 'number' ? short(value) : escapeXml(String(value))}"`,
    )
    .join('')
  return children.length === 0
    ? `<${name}${written}/>`
    : `<${name}${written}>${children.join('')}</${name}>`
}

/** A hundredth of a point is finer than any printer. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100)
}

export interface TextPlace {
  readonly x: number
  /** The middle of the line. */
  readonly y: number
  readonly size: number
  readonly anchor?: 'start' | 'middle' | 'end'
}

export function textAt(text: string, { x, y, size, anchor = 'start' }: TextPlace): string {
  if (text === '') return ''
  // The baseline is set by number: other readers of SVG do not know dominant-baseline.
  const attributes = {
    x,
    y: y + size * 0.35,
    'font-size': size,
    'text-anchor': anchor,
    fill: '#000',
  }
  return element('text', attributes, escapeXml(text))
}
