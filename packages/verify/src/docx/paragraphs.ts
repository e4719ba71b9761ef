import { childOf, elementsOf, type XmlElement } from '@ziping/office-file'
import { type Layers, lastSetting, lastSwitch, type Styles, sizeOf } from './styles.ts'

export interface Run {
  readonly text: string
  readonly font: string | undefined
  readonly latin: string | undefined
  readonly size: number
  readonly isHidden: boolean
}

export interface Paragraph {
  readonly style: string
  readonly styleName: string
  readonly layers: Layers
  /** 1 to 9; undefined for text. */
  readonly level: number | undefined
  readonly isInTable: boolean
  readonly isContents: boolean
  readonly runs: readonly Run[]
  readonly text: string
}

/** What Word keeps of deleted words, of instructions and of a second form for old programs. */
const notText = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'mc:Fallback',
  'w:txbxContent',
  'w:pict',
  'w:drawing',
  'w:object',
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:tblPr',
])

/** The paragraphs of a part in order, those of tables too; text boxes stand apart and are left out. */
export function* paragraphsIn(
  element: XmlElement,
  styles: Styles,
  within: { readonly table: boolean; readonly contents: boolean } = {
    table: false,
    contents: false,
  },
): Generator<Paragraph> {
  for (const child of elementsOf(element)) {
    if (child.name === 'w:p') yield readParagraph(child, styles, within)
    else if (notText.has(child.name)) continue
    else {
      const table = within.table || child.name === 'w:tbl'
      const contents = within.contents || isContentsControl(child)
      yield* paragraphsIn(child, styles, { table, contents })
    }
  }
}

function isContentsControl(element: XmlElement): boolean {
  if (element.name !== 'w:sdt') return false
  const gallery = childOf(childOf(element, 'w:sdtPr'), 'w:docPartObj')
  return /table of contents/i.test(
    childOf(gallery, 'w:docPartGallery')?.attributes.get('w:val') ?? '',
  )
}

function readParagraph(
  element: XmlElement,
  styles: Styles,
  within: { readonly table: boolean; readonly contents: boolean },
): Paragraph {
  const properties = childOf(element, 'w:pPr')
  const { id, name } = styles.styleOf(properties)
  const layers = styles.layersOf(properties)
  const runs = [...runsIn(element, layers, styles)]
  return {
    style: id,
    styleName: name,
    layers,
    level: levelOf(layers, name),
    isInTable: within.table,
    isContents: within.contents || /^(?:toc|目录|contents)\s*\d*$/i.test(name),
    runs,
    text: runs
      .filter(({ isHidden }) => !isHidden)
      .map(({ text }) => text)
      .join(''),
  }
}

/** By outline level; a heading style that lost its level is known by name. */
function levelOf({ paragraph }: Layers, name: string): number | undefined {
  const outline = Number(lastSetting(paragraph, 'w:outlineLvl') ?? Number.NaN)
  if (outline >= 0 && outline < 9) return outline + 1
  const named = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1]
  return named === undefined || outline === 9 ? undefined : Number(named)
}

function* runsIn(element: XmlElement, layers: Layers, styles: Styles): Generator<Run> {
  for (const child of elementsOf(element)) {
    if (notText.has(child.name)) continue
    if (child.name !== 'w:r') {
      yield* runsIn(child, layers, styles)
      continue
    }
    const text = textOfRun(child)
    if (text === '') continue
    const run = styles.runLayers(layers, childOf(child, 'w:rPr'))
    yield {
      text,
      font: styles.fontOf(run, 'eastAsia'),
      latin: styles.fontOf(run, 'ascii'),
      size: sizeOf(run),
      isHidden: lastSwitch(run, 'w:vanish'),
    }
  }
}

const signs: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  'w:ptab': '\t',
  'w:sym': '•',
}

function textOfRun(run: XmlElement): string {
  return elementsOf(run)
    .map((part) => {
      if (part.name === 'w:t')
        return part.children.filter((one) => typeof one === 'string').join('')
      return signs[part.name] ?? ''
    })
    .join('')
}
