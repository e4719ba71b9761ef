import { allElements, childOf, elementsOf, settingOf, type XmlElement } from '@ziping/office-file'
import { type Character, charactersOf } from './characters.ts'

/** A cell of the office's form. */
export interface FormPlace {
  /** Counted from 1, as a person counts; 0 for a line outside the tables. */
  readonly table: number
  readonly row: number
  readonly cell: number
  readonly element: XmlElement
  readonly rowElement: XmlElement | undefined
  /** The grid columns it covers. */
  readonly from: number
  readonly to: number
  readonly characters: readonly Character[]
  readonly text: string
  /** Goes on from the cell above. */
  readonly joinsUp: boolean
}

/** Every cell of the tables, and every line outside them. */
export function placesOf(root: XmlElement, source: string): readonly FormPlace[] {
  const tables = [...allElements(root)].filter(({ name }) => name === 'w:tbl')
  const cells = tables.flatMap((table, index) => cellsOf(table, index + 1, source))
  const inside = (element: XmlElement): boolean =>
    tables.some((table) => table.start < element.start && table.end > element.end)
  const lines = [...allElements(root)]
    .filter(({ name }) => name === 'w:p')
    .filter((line) => !inside(line))
  return [
    ...cells,
    ...lines.map((element, index) =>
      placeOf(element, { table: 0, row: index + 1, cell: 1, from: 0, to: 1 }, undefined, source),
    ),
  ]
}

function cellsOf(table: XmlElement, number: number, source: string): readonly FormPlace[] {
  const rows = within(table, 'w:tr')
  return rows.flatMap((rowElement, row) => {
    let column = Number(settingOf(childOf(rowElement, 'w:trPr'), 'w:gridBefore') ?? 0) || 0
    return within(rowElement, 'w:tc').map((element, index) => {
      const span = Number(settingOf(childOf(element, 'w:tcPr'), 'w:gridSpan') ?? 1) || 1
      const from = column
      column += Math.max(1, span)
      return placeOf(
        element,
        { table: number, row: row + 1, cell: index + 1, from, to: column },
        rowElement,
        source,
      )
    })
  })
}

function within(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child]
    return ['w:sdt', 'w:sdtContent', 'w:ins', 'w:customXml'].includes(child.name)
      ? within(child, name)
      : []
  })
}

function placeOf(
  element: XmlElement,
  at: Pick<FormPlace, 'table' | 'row' | 'cell' | 'from' | 'to'>,
  rowElement: XmlElement | undefined,
  source: string,
): FormPlace {
  const characters = charactersOf(element, source)
  const merge = childOf(childOf(element, 'w:tcPr'), 'w:vMerge')
  return {
    ...at,
    element,
    rowElement,
    characters,
    text: characters.map(({ value }) => value).join(''),
    joinsUp: merge !== undefined && merge.attributes.get('w:val') !== 'restart',
  }
}

/** A label as it is compared: 承 诺 书 is 承诺书, （盖章） is (盖章). */
export function plainLabel(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s_\p{P}\p{S}\u3000]+/gu, '')
    .toLowerCase()
}

/** Nothing but blanks and lines to write on. */
export function isEmptyText(text: string): boolean {
  return /^[\s_＿\u3000—-]*$/u.test(text)
}

/** 表2第3行第4格, as the office would say it. */
export function showPlace({ table, row, cell }: FormPlace): string {
  return table === 0 ? `第${row}段` : `表${table}第${row}行第${cell}格`
}
