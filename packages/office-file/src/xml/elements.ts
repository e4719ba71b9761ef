import type { XmlElement } from './read-xml.ts'

/** The elements directly below. */
export function elementsOf(element: XmlElement | undefined): readonly XmlElement[] {
  return (element?.children ?? []).filter((child) => typeof child !== 'string')
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of element?.children ?? [])
    if (typeof child !== 'string' && child.name === name) return child
  return undefined
}

/** The `w:val` of a child, where it has one. */
export function settingOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes.get('w:val')
}

/** Whether a switch such as `<w:b/>` is on; undefined where it is not there. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = childOf(element, name)
  if (found === undefined) return undefined
  return !['0', 'false', 'off', 'none'].includes(found.attributes.get('w:val') ?? '1')
}

/** The element and all below it, in order. */
export function* allElements(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of element.children) if (typeof child !== 'string') yield* allElements(child)
}

export function findElement(element: XmlElement, name: string): XmlElement | undefined {
  for (const one of allElements(element)) if (one.name === name) return one
  return undefined
}

/** All text within, as it stands. */
export function textOf(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
}
