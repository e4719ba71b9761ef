import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { markdownTable } from './as-markdown.ts'
import { charts, typeOf } from './charts.ts'
import { type Figures, type Part, sample } from './contents.ts'
import { picture } from './picture.ts'

/**
 * Findings that the lengthened text cannot but cause and that would keep it from being printed. The rules still run, as
 * they do for everyone who builds.
 */
const told = [
  'length-exceeded',
  'value-conflict',
  'claim-contradicts-data',
  'claim-without-evidence',
  'rank-without-proof',
  'result-without-series',
]

/** The report as a team of writers keeps it, around it the sample's data. */
export function writeWorkspace(folder: string, parts: readonly Part[], figures: Figures): void {
  rmSync(folder, { recursive: true, force: true })
  cpSync(sample, folder, {
    recursive: true,
    filter: (source) => !/[\\/](?:report|dist)(?:$|[\\/])/.test(source.slice(sample.length)),
  })
  mkdirSync(path.join(folder, 'report'))
  mkdirSync(path.join(folder, 'images'))
  const config = path.join(folder, 'ziping.yaml')
  const rules = told.map((rule) => `  ${rule}: info\n`).join('')
  writeFileSync(config, `${readFileSync(config, 'utf8')}\nrules:\n${rules}`)
  for (const [index, chapter] of chaptersOf(parts).entries()) {
    const name = `${String(index + 1).padStart(2, '0')}.md`
    const text = chapter.map((part) => markdownOf(part, figures)).filter((block) => block !== '')
    writeFileSync(path.join(folder, 'report', name), `${text.join('\n\n')}\n`)
  }
  if (figures !== 'pictures') return
  for (const part of parts)
    if (part.kind === 'figure')
      writeFileSync(path.join(folder, 'images', `${part.number}.png`), picture(part.number))
}

/** Rewords a paragraph by as many characters: no page moves. */
export function rewordChapter(folder: string, round: number): void {
  const file = path.join(folder, 'report/03.md')
  const text = readFileSync(file, 'utf8')
  const words = ['改进', '改善', '提升', '完善']
  const paragraph =
    text.split('\n\n').find((block) => /^\p{Script=Han}{2}[^\n]{150,}$/u.test(block)) ?? ''
  const reworded = `${paragraph.slice(0, 40)}${words[round % words.length]}${paragraph.slice(42)}`
  writeFileSync(
    file,
    text.replace(paragraph, () => reworded),
  )
}

function chaptersOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const chapters: Part[][] = []
  for (const part of parts)
    if (part.kind === 'heading' && part.level === 1) chapters.push([part])
    else chapters.at(-1)?.push(part)
  return chapters
}

function markdownOf(part: Part, figures: Figures): string {
  switch (part.kind) {
    case 'heading':
      return `${'#'.repeat(part.level)} ${part.text}`
    case 'paragraph':
      return part.text
    case 'list':
      return part.items.map((item) => `- ${item}`).join('\n')
    case 'table':
      return `表：${part.caption}\n\n${markdownTable(part.rows)}`
    case 'figure':
      if (figures === 'none') return ''
      if (figures === 'pictures') return `![${part.caption}](../images/${part.number}.png)`
      return `::图表[${part.caption}]{指标=${charts[part.number % charts.length]?.id} 类型=${typeOf(part.number)}}`
    default:
      return part satisfies never
  }
}
