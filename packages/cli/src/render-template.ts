import { readFileSync } from 'node:fs'
import Handlebars from 'handlebars'

/** Fills one of our own HTML templates. Data can bring neither helpers nor anything from a prototype. */
export function renderTemplate(name: string, values: Readonly<Record<string, unknown>>): string {
  const template = Handlebars.create().compile(readFileSync(templateFile(name), 'utf8'), {
    noEscape: false,
    preventIndent: true,
    knownHelpersOnly: true,
    knownHelpers: { if: true, each: true, unless: true, with: true },
  })
  return template(values, {
    allowProtoPropertiesByDefault: false,
    allowProtoMethodsByDefault: false,
  })
}

export function templateFile(name: string): URL {
  return new URL(name, import.meta.resolve('@ziping/templates/package.json'))
}
