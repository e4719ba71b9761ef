import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Award } from './award.ts'
import { allClauses } from './clause.ts'
import type { Form } from './form.ts'
import { listAwards } from './list-awards.ts'
import { loadAward } from './load-award.ts'
import { documentLabel } from './model/sources.ts'
import type { Source } from './source.ts'
import { isSpecified } from './specified.ts'
import { awardYear, printYears } from './year.ts'

/** A text that must stand in a document, and whose text it is. */
interface Quoted {
  readonly where: string
  readonly text: string
  readonly doc: string
  /** A field in a group of rows is named by the group and the row: 纳税额 地税. */
  readonly composed?: true
}

/** The scan writes formulas in LaTeX; spaces, line breaks and stars are the scan's as well. */
function flat(text: string): string {
  return text
    .replaceAll(/\\(?:text|left|right|mathrm)\b/gu, '')
    .replaceAll('\\div', '÷')
    .replaceAll('\\times', '×')
    .replaceAll('\\geq', '≥')
    .replaceAll('\\alpha', 'α')
    .replaceAll(/[\s*$\\{}_]/gu, '')
}

/** The scan's errors put right, as the award lists them. */
function repaired(text: string, award: Award): string {
  return award.ocr.reduce(
    (read, { printed, read: right }) => read.replaceAll(flat(printed), flat(right)),
    flat(text),
  )
}

async function noticesOf(award: Award): Promise<ReadonlyMap<string, string>> {
  const notices = new Map<string, string>()
  for (const document of Object.values(award.docs)) {
    if (document.file === undefined) continue
    const path = new URL(`../../../test/notices/${document.file}`, import.meta.url)
    const text = await readFile(fileURLToPath(path), 'utf8')
    notices.set(documentLabel(document), repaired(text, award))
  }
  return notices
}

/** Every source in the award, wherever it stands. */
function* sources(thing: unknown, path: string): Generator<readonly [Source, string]> {
  if (typeof thing !== 'object' || thing === null) return
  for (const [key, value] of Object.entries(thing))
    if (key === 'src') yield [value, path]
    else yield* sources(value, `${path}/${typeof value === 'object' && value?.id ? value.id : key}`)
}

function* quotes(award: Award): Generator<Quoted> {
  for (const [{ quote, doc }, path] of sources(award, ''))
    if (quote !== undefined) yield { where: `${path}/src`, text: quote, doc }
  for (const { requirements } of allClauses(award.clauses))
    for (const { id, text, src } of requirements)
      if (src !== undefined && src.certainty !== 'external') yield { where: id, text, doc: src.doc }
  for (const { id, text, src } of isSpecified(award.conditions) ? award.conditions : [])
    yield { where: id, text, doc: src.doc }
  const notice = award.docs['notice']
  if (notice === undefined || !isSpecified(award.forms)) return
  for (const form of award.forms)
    for (const text of printed(form)) yield { ...text, doc: documentLabel(notice) }
}

function* printed({ id, fields, parts }: Form): Generator<Omit<Quoted, 'doc'>> {
  for (const field of fields)
    yield { where: `${id}/${field.id}`, text: field.label, composed: true }
  for (const part of parts)
    for (const { text, grid, sign } of part.blocks) {
      const cells = [...(grid?.head ?? []), ...(grid?.rows ?? [])].flat()
      const texts = [text, ...cells.map((cell) => cell.text), ...sign.map(({ label }) => label)]
      for (const one of texts) if (one !== undefined) yield { where: `${id}/${part.id}`, text: one }
    }
}

function stands({ text, composed }: Quoted, notice: string, award: Award): boolean {
  const year = awardYear(award, 2020) ?? 2020
  const read = (part: string): boolean => notice.includes(repaired(printYears(part, year), award))
  return read(text) || (composed === true && text.split(/[ ：]/u).every(read))
}

const awards = await listAwards()

describe.each(awards)('$id says what its notice says', ({ id }) => {
  it('word for word', async () => {
    const award = await loadAward(id)
    const notices = await noticesOf(award)
    const all = [...quotes(award)].filter(({ doc }) => notices.has(doc))
    const lost = all.filter((quoted) => !stands(quoted, notices.get(quoted.doc) ?? '', award))
    expect(lost.map(({ where, text }) => `${where}: ${text}`)).toEqual([])
    expect(all.length).toBeGreaterThan(50)
  })

  it('with a quote wherever it claims the notice says so', async () => {
    const award = await loadAward(id)
    const bare = [...sources(award, '')].filter(
      ([{ certainty, quote }]) => certainty === 'stated' && quote === undefined,
    )
    expect(bare.map(([, path]) => path)).toEqual([])
  })
})
