import { allElements, findElement, textOf, type XmlElement } from '@ziping/office-file'

/** The words an element shows or showed before they were deleted. */
export function visibleText(element: XmlElement): string {
  return [...allElements(element)]
    .filter(({ name }) => name === 'w:t' || name === 'w:delText')
    .map(textOf)
    .join('')
}

/** The words an author gave a drawing. */
export function altOf(drawing: XmlElement): string {
  const properties = findElement(drawing, 'wp:docPr')
  return (properties?.attributes.get('descr') ?? properties?.attributes.get('title') ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
