import { type Child, Element, element, valued } from './element.ts'
import { twips } from './lengths.ts'
import type { StyleId } from './parts/style-list.ts'

/** What a paragraph has of its own beside its style. Lengths are points. */
export interface ParagraphOptions {
  readonly style: StyleId
  readonly before?: number
  readonly after?: number
  readonly keepNext?: boolean
  readonly keepLines?: boolean
  readonly pageBreak?: boolean
  readonly list?: { readonly id: number; readonly level: number }
  readonly left?: number
  readonly right?: number
  readonly hanging?: number
  /** Where the style has an indent of the first line and this paragraph must not. */
  readonly flush?: boolean
  /** `distribute` spreads the characters over the whole width, as labels on covers are. */
  readonly align?: 'left' | 'center' | 'right' | 'justify' | 'distribute'
  /** Exact, or as its picture needs. */
  readonly line?: { readonly height: number; readonly rule: 'exact' | 'atLeast' }
  readonly tabs?: readonly { readonly at: number; readonly kind: 'left' | 'right' }[]
  readonly border?: Element
}

/** In the order in which the schema wants the properties. */
export function paragraph(options: ParagraphOptions, content: readonly Child[]): Element {
  const { list, tabs } = options
  const properties = [
    valued('w:pStyle', options.style),
    flag('w:keepNext', options.keepNext),
    flag('w:keepLines', options.keepLines),
    flag('w:pageBreakBefore', options.pageBreak),
    list === undefined
      ? undefined
      : element('w:numPr', {}, [valued('w:ilvl', list.level), valued('w:numId', list.id)]),
    options.border,
    tabs === undefined
      ? undefined
      : element(
          'w:tabs',
          {},
          tabs.map(({ at, kind }) => element('w:tab', { 'w:val': kind, 'w:pos': twips(at) })),
        ),
    spacing(options),
    indent(options),
    options.align === undefined
      ? undefined
      : valued('w:jc', options.align === 'justify' ? 'both' : options.align),
  ]
  return new Element('w:p', {}, [element('w:pPr', {}, properties), ...content])
}

/** Gives room or carries a break, and has no words. */
export function emptyParagraph(height: number, options: Partial<ParagraphOptions> = {}): Element {
  return paragraph({ style: 'Normal', ...options, line: { height, rule: 'exact' } }, [])
}

/** As low as Word allows: it ends a cell or a section, parts two tables. */
export const leastHeight = 1

function flag(name: string, set: boolean | undefined): Element | undefined {
  if (set === undefined) return undefined
  return set ? element(name) : valued(name, 0)
}

function spacing({ before = 0, after = 0, line }: ParagraphOptions): Element | undefined {
  if (before === 0 && after === 0 && line === undefined) return undefined
  return element('w:spacing', {
    'w:before': before === 0 ? undefined : twips(before),
    'w:after': after === 0 ? undefined : twips(after),
    'w:line': line === undefined ? undefined : Math.max(twips(line.height), 1),
    'w:lineRule': line?.rule,
  })
}

function indent({ left, right, hanging, flush }: ParagraphOptions): Element | undefined {
  if (left === undefined && hanging === undefined && flush !== true) return undefined
  return element('w:ind', {
    'w:left': left === undefined ? undefined : twips(left),
    'w:right': right === undefined ? undefined : twips(right),
    'w:firstLineChars': flush === true || hanging !== undefined ? 0 : undefined,
    'w:firstLine': flush === true && hanging === undefined ? 0 : undefined,
    'w:hanging': hanging === undefined ? undefined : twips(hanging),
  })
}
