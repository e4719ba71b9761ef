// The workspaces that are measured, made from the sample nantong-org the same way every time.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { countCharacters } from '@ziping/report'
import { numbersFrom, varied } from './vary.ts'

const sample = path.resolve(import.meta.dirname, '../content/samples/nantong-org')

/** A fault that every tool reports in its own way, under the name it has there. */
const fault = '待补充TODO: 本段由a, b, c, d, e, f, g和h提供,数据见附件.  \n'

export interface Size {
  readonly files: number
  /** 字, by Word's count. */
  readonly characters: number
}

/** Writes a complete workspace; another seed gives another report of the same size. */
export function writeWorkspace(folder: string, size: Size, seed: number): void {
  rmSync(folder, { recursive: true, force: true })
  cpSync(sample, folder, {
    recursive: true,
    filter: (source) => !/[\\/](?:report|dist)(?:$|[\\/])/.test(source.slice(sample.length)),
  })
  const data = path.join(folder, 'data')
  for (const name of readdirSync(data)) {
    const file = path.join(data, name)
    writeFileSync(file, `# 第${seed}份申报材料\n${readFileSync(file, 'utf8')}`)
  }
  mkdirSync(path.join(folder, 'report'))
  for (const [index, text] of chapters(size, seed).entries()) {
    const name = `${String(index + 1).padStart(2, '0')}.md`
    writeFileSync(path.join(folder, 'report', name), text)
  }
}

/** Changes one chapter, as its author would between two runs. */
export function changeChapter(folder: string, round: number): void {
  const file = path.join(folder, 'report/03.md')
  const [text = ''] = readFileSync(file, 'utf8').split('\n\n本轮修改：')
  writeFileSync(file, `${text}\n\n本轮修改：第${round}次补充了用户走访记录。\n`)
}

function chapters({ files, characters }: Size, seed: number): readonly string[] {
  const random = numbersFrom(seed)
  const texts = inFiles(sampleChapters(), files).map((text) =>
    seed === 0 ? text : varied(text, random),
  )
  const paragraphs = texts.flatMap((text) =>
    text
      .split('\n\n')
      .filter((block) => /^(?:[\p{Script=Han}“]{2}[^\n]{80,}$|\| |- )/u.test(block)),
  )
  let count = countCharacters(texts.join('\n')).characters
  const full = texts.map((text) => [text.trimEnd()])
  for (let at = 0; count < characters; at++) {
    const block = varied(paragraphs[at % paragraphs.length] ?? '', random)
    full[at % full.length]?.push(block)
    count += countCharacters(block).characters
  }
  return full.map((blocks) => `${blocks.join('\n\n')}\n\n${fault}`)
}

/** The longest chapters are cut at a clause until there are as many files as wanted. */
function inFiles(texts: readonly string[], files: number): readonly string[] {
  const parts = [...texts]
  while (parts.length < files) {
    const longest = parts.reduce((a, b) => (b.length > a.length ? b : a))
    const cut = longest.indexOf('\n## ', longest.length / 2)
    if (cut < 0) break
    parts.splice(parts.indexOf(longest), 1, longest.slice(0, cut + 1), longest.slice(cut + 1))
  }
  return parts
}

function sampleChapters(): readonly string[] {
  const folder = path.join(sample, 'report')
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
}
