import { allElements, switchOf, type XmlElement } from '@ziping/office-file'

/** A number in an attribute. */
export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  const text = element?.attributes.get(name)
  const value = text === undefined ? Number.NaN : Number.parseFloat(text)
  return Number.isFinite(value) ? value : undefined
}

export function findAll(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element === undefined ? [] : [...allElements(element)].filter((one) => one.name === name)
}

/** Whether a switch such as `<w:titlePg/>` is there, and on. */
export function isOn(element: XmlElement | undefined, name: string): boolean {
  return switchOf(element, name) === true
}
