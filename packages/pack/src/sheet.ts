import { readFileSync } from 'node:fs'
import type { Language } from '@ziping/diagnostics'
import { printPdf } from '@ziping/pdf'
import type { Press } from '@ziping/session'
import Handlebars from 'handlebars'

/** A page of tables that goes with a parcel: for the printer, the clerk, the person who signs. */
export interface Sheet {
  readonly title: string
  /** Below the title: award, applicant, date. */
  readonly lines: readonly string[]
  /** What must not be overlooked. */
  readonly notice: string
  readonly sections: readonly SheetSection[]
}

export interface SheetSection {
  readonly title: string
  readonly note: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly string[])[]
}

export interface SheetColumn {
  readonly title: string
  /** `number` stands at the right, `short` is not broken. */
  readonly kind: 'text' | 'number' | 'short'
}

/** A section of name and value. */
export function facts(
  title: string,
  rows: readonly (readonly [string, string])[],
  note = '',
): SheetSection {
  return { title, note, columns: [], rows }
}

type Template = (values: Readonly<Record<string, unknown>>) => string
const compiled = new Map<string, Template>()

/** Fills one of our own pages; data bring neither helpers nor anything from a prototype. */
export function fillTemplate(name: string, values: Readonly<Record<string, unknown>>): string {
  const known = compiled.get(name)
  if (known !== undefined) return known(values)
  const file = new URL(`html/${name}.hbs`, import.meta.resolve('@ziping/templates/package.json'))
  const template = Handlebars.create().compile(readFileSync(file, 'utf8'), {
    strict: true,
    noEscape: false,
    preventIndent: true,
    knownHelpersOnly: true,
    knownHelpers: { if: true, each: true, unless: true, with: true },
  })
  const guarded: Template = (own) =>
    template(own, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false })
  compiled.set(name, guarded)
  return guarded(values)
}

export function sheetAsHtml({ title, lines, notice, sections }: Sheet, lang: Language): string {
  return fillTemplate('sheet', {
    lang,
    title,
    lines,
    notice,
    sections: sections.map(({ title: own, note, columns, rows }) => ({
      title: own,
      note,
      columns,
      isTable: columns.length > 0,
      rows: rows.map((cells) => ({
        cells: cells.map((text, index) => ({ text, kind: columns[index]?.kind ?? 'text' })),
      })),
    })),
  })
}

/** Prints a page of tables. */
export async function printSheet(
  sheet: Sheet,
  { press, date, language }: SheetPrinting,
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const { bytes, pages } = await printPdf(sheetAsHtml(sheet, language), {
    browser: press.browser,
    fonts: press.fonts(),
    metadata: { title: sheet.title, author: '', language },
    date: new Date(`${date}T00:00:00Z`),
  })
  return { bytes, pages: pages.length }
}

export interface SheetPrinting {
  readonly press: Press
  /** The day that stands in the file: never the clock's. */
  readonly date: string
  readonly language: Language
}
