import { twips } from '../lengths.ts'
import { declaration, val, wordNamespace, xml } from './xml.ts'

/** How the items of a list are marked, as Word counts. */
export interface Marking {
  readonly format: NumberFormat
  readonly before: string
  readonly after: string
}

export type NumberFormat =
  | 'bullet'
  | 'decimal'
  | 'lowerLetter'
  | 'upperLetter'
  | 'lowerRoman'
  | 'chineseCounting'
  | 'decimalEnclosedCircleChinese'

/** The lists of a document; each counts for itself. */
export interface Numbering {
  /** The number Word knows the list by. */
  addList(marking: Marking, start: number, level: number): number
  part(): string
}

export function createNumbering(indent: number): Numbering {
  const definitions = new Map<string, Marking>()
  const lists: { readonly definition: number; readonly start: number; readonly level: number }[] =
    []
  return {
    addList(marking, start, level) {
      const key = `${marking.format}|${marking.before}|${marking.after}`
      if (!definitions.has(key)) definitions.set(key, marking)
      lists.push({ definition: [...definitions.keys()].indexOf(key), start, level })
      return lists.length
    },
    part: () =>
      declaration +
      xml('w:numbering', { 'xmlns:w': wordNamespace }, [
        ...[...definitions.values()].map((marking, index) => definition(marking, index, indent)),
        ...lists.map((list, index) => instance(list, index + 1)),
      ]),
  }
}

function definition(marking: Marking, index: number, indent: number): string {
  const text =
    marking.format === 'bullet'
      ? () => marking.before
      : (level: number) => `${marking.before}%${level + 1}${marking.after}`
  const levels = Array.from({ length: 9 }, (_, level) =>
    xml('w:lvl', { 'w:ilvl': level }, [
      val('w:start', 1),
      val('w:numFmt', marking.format),
      val('w:lvlText', text(level)),
      val('w:lvlJc', 'left'),
      xml('w:pPr', {}, [
        xml('w:ind', {
          'w:left': twips(indent * (level + 1)),
          'w:firstLineChars': 0,
          'w:hanging': twips(indent),
        }),
      ]),
    ]),
  )
  return xml('w:abstractNum', { 'w:abstractNumId': index }, [
    val('w:multiLevelType', 'hybridMultilevel'),
    ...levels,
  ])
}

function instance(
  list: { readonly definition: number; readonly start: number; readonly level: number },
  id: number,
): string {
  return xml('w:num', { 'w:numId': id }, [
    val('w:abstractNumId', list.definition),
    xml('w:lvlOverride', { 'w:ilvl': list.level }, [val('w:startOverride', list.start)]),
  ])
}
