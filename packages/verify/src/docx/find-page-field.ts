import { childOf, elementsOf, type XmlElement } from '@ziping/office-file'
import { isPageField, isPageRun } from './fields.ts'
import { findAll, numberOf } from './find-in-part.ts'
import { type Layers, lastSetting, type Styles, sizeOf } from './styles.ts'

/** Where the number of the page stands in a foot or head. */
export interface PageField {
  readonly side: 'left' | 'right' | 'center' | 'inside' | 'outside'
  readonly size: number
  /** A format that the field itself asks for: `roman`. */
  readonly format: string | undefined
}

export function findPageField(root: XmlElement, styles: Styles): PageField | undefined {
  for (const { paragraph, box } of paragraphsWithBoxes(root, undefined)) {
    const field = pageFieldOf(paragraph)
    if (field === undefined) continue
    const properties = childOf(paragraph, 'w:pPr')
    const layers = styles.layersOf(properties)
    const run = styles.runLayers(layers, childOf(field.run, 'w:rPr'))
    return {
      side: frameSide(layers) ?? box ?? sideInLine(paragraph, field.holder, layers),
      size: sizeOf(run),
      format: /\\\*\s*(roman|ROMAN|Roman|alphabetic|ALPHABETIC|CHINESENUM\d?)/.exec(
        field.instruction,
      )?.[1],
    }
  }
  return undefined
}

interface Placed {
  readonly paragraph: XmlElement
  /** At which side the text box it stands in is anchored. */
  readonly box: PageField['side'] | undefined
}

function* paragraphsWithBoxes(
  element: XmlElement,
  box: PageField['side'] | undefined,
): Generator<Placed> {
  for (const child of elementsOf(element)) {
    if (child.name === 'mc:Fallback') continue
    if (child.name === 'w:p') yield { paragraph: child, box }
    const anchored = anchorSide(child)
    yield* paragraphsWithBoxes(child, anchored ?? box)
  }
}

/** Where a text box stands: by name, or by how far it is from an edge. */
function anchorSide(element: XmlElement): PageField['side'] | undefined {
  if (element.name === 'v:shape') {
    const style = element.attributes.get('style') ?? ''
    return asSide(/mso-position-horizontal:\s*(\w+)/.exec(style)?.[1])
  }
  if (element.name !== 'wp:anchor') return undefined
  const position = childOf(element, 'wp:positionH')
  const named = asSide(childOf(position, 'wp:align')?.children.join('').trim())
  const offset = Number(childOf(position, 'wp:posOffset')?.children.join('') ?? Number.NaN)
  if (named !== undefined || Number.isNaN(offset)) return named
  const middle = offset + (numberOf(childOf(element, 'wp:extent'), 'cx') ?? 0) / 2
  const isFromPage = position?.attributes.get('relativeFrom') === 'page'
  const share = middle / (isFromPage ? usualPage : usualText)
  if (share < 0.4) return 'left'
  return share > 0.6 ? 'right' : 'center'
}

/** EMU across an A4 sheet, and between its usual margins. */
const usualPage = 210 * 36_000
const usualText = 160 * 36_000

function asSide(name: string | undefined): PageField['side'] | undefined {
  switch (name) {
    case 'left':
    case 'right':
    case 'center':
    case 'inside':
    case 'outside':
      return name
    case 'start':
    case 'both':
    case 'distribute':
      return 'left'
    case 'end':
      return 'right'
    default:
      return undefined
  }
}

interface FieldRun {
  readonly instruction: string
  /** The run whose letters the number has. */
  readonly run: XmlElement | undefined
  /** The child of the paragraph it stands in. */
  readonly holder: XmlElement
}

/** The paragraph's own field; those of a text box in it have paragraphs of their own. */
function pageFieldOf(paragraph: XmlElement): FieldRun | undefined {
  for (const holder of elementsOf(paragraph))
    for (const one of withinLine(holder)) {
      const instruction = one.attributes.get('w:instr') ?? ''
      if (one.name === 'w:fldSimple' && isPageField(instruction))
        return { instruction, run: findAll(one, 'w:r')[0], holder }
      if (one.name === 'w:r' && isPageRun(one)) {
        const typed = findAll(one, 'w:instrText').flatMap(({ children }) => children)
        return { instruction: typed.join(''), run: resultRun(paragraph, one) ?? one, holder }
      }
    }
  return undefined
}

function* withinLine(element: XmlElement): Generator<XmlElement> {
  yield element
  if (element.name === 'w:r') return
  for (const child of elementsOf(element)) yield* withinLine(child)
}

/** The run that holds the field's present result: its letters are what prints. */
function resultRun(paragraph: XmlElement, instruction: XmlElement): XmlElement | undefined {
  const runs = elementsOf(paragraph).flatMap((child) => [...withinLine(child)])
  const behind = runs.slice(runs.indexOf(instruction) + 1).filter(({ name }) => name === 'w:r')
  const isEnd = (run: XmlElement): boolean =>
    childOf(run, 'w:fldChar')?.attributes.get('w:fldCharType') === 'end'
  const end = behind.findIndex(isEnd)
  return behind.slice(0, end < 0 ? behind.length : end).find((run) => childOf(run, 'w:t'))
}

/** The way old versions of Word put a number: a frame in the foot. */
function frameSide({ paragraph }: Layers): PageField['side'] | undefined {
  const frame = paragraph
    .map((layer) => childOf(layer, 'w:framePr'))
    .findLast((one) => one !== undefined)
  return asSide(frame?.attributes.get('w:xAlign'))
}

function sideInLine(paragraph: XmlElement, holder: XmlElement, layers: Layers): PageField['side'] {
  const children = elementsOf(paragraph)
  const before = children.slice(0, children.indexOf(holder) + 1).flatMap((one) => tabsBefore(one))
  const aligned = before.findLast((one) => one.name === 'w:ptab')
  if (aligned !== undefined) return asSide(aligned.attributes.get('w:alignment')) ?? 'left'
  if (before.length > 0) return tabSide(before.length, layers)
  return asSide(lastSetting(layers.paragraph, 'w:jc')) ?? 'left'
}

/** Tabs of the runs up to the field. */
function tabsBefore(element: XmlElement): readonly XmlElement[] {
  return [...withinLine(element)]
    .filter(({ name }) => name === 'w:r')
    .flatMap((run) => elementsOf(run).filter(({ name }) => name === 'w:tab' || name === 'w:ptab'))
}

/** The stop that the field's tab leads to; those of a style can be cleared on the spot. */
function tabSide(count: number, { paragraph }: Layers): PageField['side'] {
  const stops = new Map<number, string>()
  for (const layer of paragraph)
    for (const tab of elementsOf(childOf(layer, 'w:tabs'))) {
      const at = numberOf(tab, 'w:pos') ?? 0
      const kind = tab.attributes.get('w:val') ?? 'left'
      if (kind === 'clear') stops.delete(at)
      else stops.set(at, kind)
    }
  const kinds = [...stops].toSorted(([a], [b]) => a - b).map(([, kind]) => kind)
  return asSide(kinds[count - 1]) ?? 'left'
}
