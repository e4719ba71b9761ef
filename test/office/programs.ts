import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const advice =
  'apt-get install --no-install-recommends libreoffice-writer libreoffice-calc libreoffice-math python3-docx poppler-utils fonts-noto-cjk libtiff-tools'

/**
 * Converts with LibreOffice and returns the new file. It gets a profile of its own: a shared one makes it wait forever.
 * The address must be encoded: LibreOffice takes what stands before a blank for the folder, believes its profile damaged
 * and moves everything in that folder aside.
 */
export function convert(file: string, to: string, extension: string): string {
  const folder = path.dirname(file)
  profile ??= mkdtempSync(path.join(os.tmpdir(), 'ziping-libreoffice-'))
  const address = pathToFileURL(profile).href
  if (!/^file:\/\/\/[\w./-]+$/.test(address)) throw new Error(`no profile in ${address}`)
  const words = [`-env:UserInstallation=${address}`, '--headless', '--convert-to', to]
  run('soffice', [...words, '--outdir', folder, file])
  return path.join(folder, `${path.basename(file, path.extname(file))}.${extension}`)
}

let profile: string | undefined

export function removeProfile(): void {
  if (profile !== undefined) rmSync(profile, { recursive: true, force: true })
  profile = undefined
}

/** The pages LibreOffice makes of a document, as text. */
export function printedPages(file: string): readonly string[] {
  return run('pdftotext', ['-layout', convert(file, 'pdf', 'pdf'), '-'])
    .split('\f')
    .slice(0, -1)
}

/** Debian's Python, which Debian's python-docx belongs to: the text it reads in paragraphs and tables. */
export function pythonText(file: string): string {
  const script = `
import sys, docx
document = docx.Document(sys.argv[1])
for element in document.element.body.iter('{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t'):
    print(element.text or '', end='')
print(len(document.sections), len(document.tables), document.core_properties.title)
`
  return run('/usr/bin/python3', ['-c', script, file])
}

/** Stands for the number of a page: which it is, other tests ask. */
export const anyPage = '〔页〕'

/**
 * Every paragraph python-docx finds in body and cells, in order: words with tabs and line ends, results of fields; numbers
 * of pages as they are or, where they are another test's matter, as `anyPage`.
 */
export function pythonLines(file: string, pages: 'as they are' | 'any' = 'any'): readonly string[] {
  const script = `
import sys, json, docx
main = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
math = '{http://schemas.openxmlformats.org/officeDocument/2006/math}'
words = {main + 'tab': '\\t', main + 'br': '\\n'}
lines = []
for paragraph in docx.Document(sys.argv[1]).element.body.iter(main + 'p'):
    parts = []
    kind = None
    for one in paragraph.iter():
        if one.tag == main + 'fldChar':
            step = one.get(main + 'fldCharType')
            if step == 'begin' or step == 'end': kind = None
            if step == 'separate' and kind == 'page':
                parts.append('${anyPage}')
                kind = 'told'
        elif one.tag == main + 'instrText':
            if sys.argv[2] == 'any' and 'PAGEREF' in one.text: kind = 'page'
        elif kind == 'told': continue
        elif one.tag in (main + 't', math + 't'): parts.append(one.text or '')
        elif one.tag in words and one.getparent().tag != main + 'tabs': parts.append(words[one.tag])
    lines.append(''.join(parts))
print(json.dumps(lines))
`
  return JSON.parse(run('/usr/bin/python3', ['-c', script, file, pages]))
}

function run(program: string, given: readonly string[]): string {
  if (spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0)
    throw new Error(`${program} is not installed: ${advice}`)
  return execFileSync(program, [...given], {
    encoding: 'utf8',
    timeout: 150_000,
    stdio: 'pipe',
    maxBuffer: 1 << 28,
  })
}
