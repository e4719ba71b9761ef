import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPdf } from '../../packages/pdf/src/index.ts'
import { openPress, type Press } from '../../packages/pdf/test/press.ts'
import { copyOfSample, printWorkspace } from './printed-book.ts'

let press: Press
beforeAll(async () => {
  press = await openPress()
})
afterAll(() => press.browser.close())

it('a volume gets the label for its back, as wide as its sheets are thick', async () => {
  const copy = copyOfSample('nantong-org')
  try {
    const settings = path.join(copy.root, 'ziping.yaml')
    writeFileSync(settings, `${readFileSync(settings, 'utf8')}\npaperThickness: 0.12\n`)
    const { built, subject } = await printWorkspace(copy.root, ['spine'], press)
    expect(built.outputs.map(({ document, path: file }) => [document, file])).toEqual([
      ['book', 'dist/申报书.pdf'],
      ['spine', 'dist/书脊.pdf'],
    ])
    const [book] = built.outputs
    const sheets = Math.ceil((book?.pages ?? 0) / 2)
    const { pages } = await readPdf(readFileSync(path.join(copy.root, 'dist/书脊.pdf')), 'spine')
    expect(pages).toHaveLength(1)
    const texts = pages[0]?.text.filter(({ text }) => text.trim() !== '') ?? []
    const hint = texts.filter(({ size }) => Math.abs(size - 9) < 0.1)
    const label = texts.filter(({ size }) => size > 9.2)
    const name = String(subject.applicant.fact('organization.name'))
    expect(label.map(({ text }) => text.trim()).join('')).toBe(`组织${name}`)
    // From top to bottom, in the middle of the sheet.
    const heights = label.map(({ y }) => y)
    expect(heights.toSorted((a, b) => b - a)).toEqual(heights)
    const width = Math.round(sheets * 1.2) / 10
    const said = hint.map(({ text }) => text.trim()).join('')
    expect(said).toContain(`书脊宽${width}毫米（${sheets}张`)
    for (const { size } of label) expect(size).toBeLessThan((width * 72) / 25.4)
  } finally {
    copy.remove()
  }
})

it('a volume whose notice says nothing of its back gets none', async () => {
  const copy = copyOfSample('nantong-person')
  try {
    await expect(printWorkspace(copy.root, ['spine'], press)).rejects.toMatchObject({
      code: 'build/document-unknown',
    })
  } finally {
    copy.remove()
  }
})
