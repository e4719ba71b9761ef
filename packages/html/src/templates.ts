import { readdirSync, readFileSync } from 'node:fs'
import Handlebars from 'handlebars'
import type { BookView } from './view/book-view.ts'

type Fill = (values: { readonly book: BookView; readonly css: string }) => string

/** What the sheet of a spine is filled with. */
interface SpineView {
  readonly title: string
  readonly css: string
  readonly words: readonly string[]
  readonly marks: readonly {
    readonly left: number
    readonly top: number
    readonly height: number
  }[]
  readonly left: number
  readonly width: number
  readonly size: number
  readonly hint: string
  readonly hintLeft: number
}

let page: Fill | undefined
let spine: ((values: SpineView) => string) | undefined

/**
 * The book's pages from their templates, which are compiled once. Data bring no helpers, partials or prototypes, and a name
 * that a template misses is an error and no empty place.
 */
export function fillPage(values: { readonly book: BookView; readonly css: string }): string {
  page ??= compilePage()
  return page(values)
}

/** The sheet with the strip for a volume's back. */
export function fillSpine(values: SpineView): string {
  spine ??= guarded(
    Handlebars.create().compile(readFileSync(templateFile('html/spine.hbs'), 'utf8'), options),
  )
  return spine(values)
}

/** The fixed part of the pages' CSS. */
export function printCss(name: 'book' | 'spine'): string {
  return readFileSync(templateFile(`print/${name}.css`), 'utf8')
}

const options: CompileOptions = {
  strict: true,
  noEscape: false,
  preventIndent: true,
  knownHelpersOnly: true,
  knownHelpers: { if: true, each: true, unless: true, with: true, lookup: true },
}

function compilePage(): Fill {
  const handlebars = Handlebars.create()
  const folder = templateFile('html/book/')
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.hbs')))
    handlebars.registerPartial(
      file.slice(0, -'.hbs'.length),
      handlebars.compile(readFileSync(new URL(file, folder), 'utf8'), options),
    )
  return guarded(handlebars.compile('{{> page}}', options))
}

function guarded<Values>(template: HandlebarsTemplateDelegate<Values>): (values: Values) => string {
  return (values) =>
    template(values, {
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
    })
}

function templateFile(name: string): URL {
  return new URL(name, import.meta.resolve('@ziping/templates/package.json'))
}
