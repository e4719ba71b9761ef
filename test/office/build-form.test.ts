import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { isSpecified, loadAward } from '@ziping/award'
import { printForm } from '@ziping/forms'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, expect, it } from 'vitest'
import { cellTexts, officeForm } from '../office-form.ts'
import { copyOfSample } from '../print/printed-book.ts'
import { runZiping } from '../run-ziping.ts'

let copy: ReturnType<typeof copyOfSample>
afterEach(() => copy.remove())

/** The sample's workspace with the office's form in it, named in ziping.yaml; builds the form and gives what was told. */
async function built(
  office: Uint8Array | undefined,
  documents = ['form'],
  template = '表样/申报表.docx',
): Promise<{ code: number | null; outputs: Output[]; findings: Told[]; file: string }> {
  copy = copyOfSample('nantong-org')
  if (office !== undefined) {
    mkdirSync(path.join(copy.root, '表样'))
    writeFileSync(path.join(copy.root, '表样/申报表.docx'), office)
  }
  appendFileSync(path.join(copy.root, 'ziping.yaml'), `\nformTemplate: ${template}\n`)
  return build(documents)
}

async function build(documents = ['form']): Promise<{
  code: number | null
  outputs: Output[]
  findings: Told[]
  file: string
}> {
  const words = ['build', ...documents, '--format', 'docx', '--json']
  const { code, out } = await runZiping(words, { cwd: copy.root })
  return { ...JSON.parse(out), code, file: path.join(copy.root, 'dist/申报表.docx') }
}

interface Output {
  readonly document: string
  readonly path: string
}

interface Told {
  readonly rule: string
  readonly message: string
  readonly file: string
  readonly line: number
}

async function emptyOfficeForm(): Promise<Uint8Array> {
  const award = await loadAward('nantong-org-2020')
  const forms = isSpecified(award.forms) ? award.forms : []
  return officeForm(forms.map((form) => printForm(form, new Map(), 2020)))
}

it("builds the form as the office's own file, filled", async () => {
  const office = await emptyOfficeForm()
  const { code, outputs, file } = await built(office)
  expect(code).toBe(0)
  expect(outputs.map(({ document, path: name }) => [document, name])).toEqual([
    ['form', 'dist/申报表.docx'],
  ])
  const before = unzipSync(office)
  const after = unzipSync(readFileSync(file))
  expect(after['word/styles.xml']).toEqual(before['word/styles.xml'])
  expect(after['word/document.xml']).not.toEqual(before['word/document.xml'])
  expect(cellTexts(readFileSync(file)).join('')).toContain('江苏')
})

it('says what has no place in it', async () => {
  const { code, findings, file } = await built(await officeForm([]))
  expect(code).toBe(0)
  const missing = findings.filter(({ rule }) => rule === 'field-not-placed')
  // Hardly anything fits: that is said once, not some hundred times.
  expect(missing).toHaveLength(1)
  expect(missing[0]?.message).toMatch(/^有 \d{3} 项没有填进 申报表\.docx：申报企业（盖章）、/)
  expect(missing[0]).toMatchObject({ file: 'ziping.yaml' })
  expect(existsSync(file)).toBe(true)
})

it.each([
  [
    'a form with macros',
    /带有宏/,
    (parts: Parts) => ({ ...parts, 'word/vbaProject.bin': strToU8('x') }),
  ],
  [
    'a broken form',
    /已损坏/,
    (parts: Parts) => ({ ...parts, 'word/document.xml': strToU8('<w:doc') }),
  ],
])('refuses %s, and writes the rest', async (_, sentence, change) => {
  const office = zipSync(change(unzipSync(await emptyOfficeForm())))
  const { code, outputs, findings, file } = await built(office, ['form', 'overview'])
  expect(code).toBe(1)
  expect(outputs.map(({ document }) => document)).toEqual(['overview'])
  const told = findings.filter(({ rule }) => rule === 'form-template-unusable')
  expect(told).toHaveLength(1)
  expect(told[0]?.message).toMatch(sentence)
  expect(existsSync(file)).toBe(false)
})

type Parts = Readonly<Record<string, Uint8Array>>

it('says where the form is missing', async () => {
  const { code, findings } = await built(undefined)
  expect(code).toBe(1)
  expect(findings.map(({ message }) => message).join()).toMatch(/读不到.*表样\/申报表\.docx/)
})

it('reads no form outside the workspace, not through a link either', async () => {
  const { findings } = await built(undefined, ['form'], '../申报表.docx')
  expect(findings.map(({ message }) => message).join()).toMatch(/不在申报工程的文件夹里/)
  writeFileSync(path.join(path.dirname(copy.root), '外.docx'), await emptyOfficeForm())
  mkdirSync(path.join(copy.root, '表样'))
  symlinkSync('../../外.docx', path.join(copy.root, '表样/申报表.docx'))
  const config = path.join(copy.root, 'ziping.yaml')
  writeFileSync(config, readFileSync(config, 'utf8').replace('../申报表.docx', '表样/申报表.docx'))
  const again = await build()
  expect(again.findings.map(({ message }) => message).join()).toMatch(/不在申报工程的文件夹里/)
})
