import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Award, loadAward } from '@ziping/award'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { greyPng } from '../../packages/pdf/test/grey-png.ts'
import { openPress, type Press } from '../../packages/pdf/test/press.ts'
import { verifyFile } from '../../packages/verify/src/index.ts'
import { editDocx, goodDocx, sentence } from '../../packages/verify/test/good-docx.ts'
import { strictAward } from '../../packages/verify/test/strict-award.ts'
import { copyOfSample } from '../print/printed-book.ts'
import { type BuiltSample, buildSample } from './built-samples.ts'
import { convert, removeProfile } from './programs.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'ziping-verify-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  removeProfile()
})

/** What `verify` has against a file: nothing, where the file is good. */
async function faults(file: string, document: string, award: Award): Promise<readonly string[]> {
  const bytes = readFileSync(file)
  const { checks } = await verifyFile({ path: path.basename(file), bytes, document }, award)
  return checks
    .filter(({ ok }) => !ok)
    .map(({ check, words }) => `${check}: ${words?.['zh-CN'].message}`)
}

describe.each([
  ['nantong-person', 'nantong-person-2020', ['form', 'report', 'evidence', 'book']],
  ['nantong-org', 'nantong-org-2020', ['overview', 'case', 'coaching']],
])('our own files, %s', (name, id, documents) => {
  const copy = copyOfSample(name)
  let press: Press
  let sample: BuiltSample
  beforeAll(async () => {
    press = await openPress()
    sample = await buildSample(copy.root, documents, ['docx', 'pdf'], press)
  })
  afterAll(() => press.browser.close())
  afterAll(() => copy.remove())

  it.each(
    documents.flatMap(
      (document) =>
        [
          [document, 'docx'],
          [document, 'pdf'],
        ] as const,
    ),
  )('%s.%s raises no alarm', async (document, ending) => {
    const docx = sample.documents.get(document)?.file ?? ''
    const file = docx.replace(/docx$/, ending)
    expect(await faults(file, document, await loadAward(id))).toEqual([])
  })
})

const text = `${sentence.repeat(3)}\n\n`
const texts: Readonly<Record<string, string>> = {
  文字: `# 1 领导\n\n## 1.1 高层领导的作用\n\n${text.repeat(12)}`,
  表格: `# 1 领导\n\n${text.repeat(6)}| 指标 | 2018 | 2019 |\n|---|---|---|\n| 营业收入 | 8100 | 9050 |\n\n${text.repeat(5)}`,
  图片: `# 1 领导\n\n${text.repeat(6)}![组织架构](pic.png){width=10cm}\n\n${text.repeat(5)}`,
  列表: `# 1 领导\n\n${text.repeat(6)}- 第一条要求\n- 第二条要求\n\n1. 策划\n2. 实施\n\n${text.repeat(5)}`,
  脚注: `# 1 领导\n\n${text.repeat(6)}结果见下[^1]，其他见[链接](https://example.com)。\n\n[^1]: 年度审计报告。\n\n${text.repeat(5)}`,
  引文: `# 1 领导\n\n${text.repeat(6)}> ${sentence}\n\n**要点**：*质量*第一。\n\n## 1.2 组织治理\n\n${text.repeat(9)}`,
}

describe.each(Object.keys(texts))('a file by pandoc, %s', (name) => {
  it('raises no alarm', async () => {
    expect(await faults(await pandoc(name), 'report', await symmetricAward())).toEqual([])
  })
})

// LibreOffice takes its time: it is asked for the three that differ most.
describe.each(['表格', '图片', '引文'])('a file by LibreOffice, %s', (name) => {
  it('raises no alarm when printed', async () => {
    const award = await symmetricAward()
    // Which Chinese fonts a machine has is no fault of the file.
    const page = award.page === 'not-specified' ? award.page : { ...award.page, ...faceless }
    const pdf = convert(await pandoc(name), 'pdf', 'pdf')
    expect(await faults(pdf, 'report', { ...award, page })).toEqual([])
  })

  it('raises no alarm when saved', async () => {
    const odt = convert(await pandoc(name), 'odt', 'odt')
    const again = convert(odt, 'docx:MS Word 2007 XML', 'docx')
    expect(await faults(again, 'report', await symmetricAward())).toEqual([])
  })
})

const faceless = {
  body: { size: '小四', linePt: 22 },
  headings: [
    { level: 1, size: '三号' },
    { level: 2, size: '四号' },
  ],
}

/** pandoc drops the word for mirrored margins, so left and right are the same here. */
async function symmetricAward(): Promise<Award> {
  const award = await strictAward()
  if (award.page === 'not-specified') return award
  return {
    ...award,
    page: { ...award.page, margins: { top: 25, bottom: 22, left: 25, right: 25 } },
  }
}

/** The good file as pandoc's pattern: pandoc's body styles look like its body. */
async function reference(): Promise<Uint8Array> {
  const style = (id: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id.replace(/(?<=.)(?=[A-Z])/g, ' ')}"/><w:basedOn w:val="Body"/></w:style>`
  return editDocx(await goodDocx(), {
    'word/document.xml': (xml) =>
      xml.replaceAll(/w:left="1587"|w:right="1247"/g, (side) => side.replace(/\d+/, '1417')),
    'word/styles.xml': (xml) =>
      xml.replace('</w:styles>', `${style('BodyText')}${style('FirstParagraph')}</w:styles>`),
  })
}

async function pandoc(name: string): Promise<string> {
  const file = path.join(folder, `${name}.docx`)
  writeFileSync(path.join(folder, 'pic.png'), greyPng(1000, 500))
  writeFileSync(path.join(folder, `${name}.md`), texts[name] ?? '')
  writeFileSync(path.join(folder, 'pattern.docx'), await reference())
  try {
    const words = [`${name}.md`, '--reference-doc=pattern.docx', '-o', file]
    execFileSync('pandoc', words, { cwd: folder, stdio: 'pipe' })
  } catch (cause) {
    throw new Error('pandoc could not be run: apt-get install --no-install-recommends pandoc', {
      cause,
    })
  }
  return file
}
