// The report that every tool prints, as plain data: the sample's own chapters, tables and lists, lengthened the same way
// every time. What only one tool understands (references, diagrams, marks) is left out, so that all print the same.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { countCharacters } from '@ziping/report'
import { numbersFrom, varied } from '../vary.ts'
import { charts } from './charts.ts'

export type Part =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly caption: string; readonly rows: readonly string[][] }
  | { readonly kind: 'figure'; readonly caption: string; readonly number: number }

export type Figures = 'charts' | 'pictures' | 'none'

export interface Size {
  /** 字, by Word's count. */
  readonly characters: number
  readonly tables: number
  readonly figures: number
}

export const usual: Size = { characters: 30_000, tables: 60, figures: 40 }
export const sample: string = path.resolve(import.meta.dirname, '../../content/samples/nantong-org')

/** The same parts for the same size. */
export function contents(size: Size): readonly Part[] {
  const parts = sampleParts()
  const random = numbersFrom(1)
  const tables = parts.filter((part) => part.kind === 'table')
  const plain = parts.filter((part) => part.kind === 'paragraph' || part.kind === 'list')
  const places = parts.flatMap((part, at) => (part.kind === 'paragraph' ? [at] : []))
  const added = new Map<number, Part[]>(places.map((at) => [at, []]))
  let turn = 0
  // Spread over the whole report, a step of seven paragraphs apart.
  const add = (part: Part): void => {
    added.get(places[(turn++ * 7) % places.length] ?? 0)?.push(part)
  }
  for (let count = tables.length; count < size.tables; count++) {
    const table = tables[count % tables.length]
    if (table !== undefined) add({ ...table, caption: `${table.caption}（之${count}）` })
  }
  for (let number = 0; number < size.figures; number++)
    add({
      kind: 'figure',
      caption: `${charts[number % charts.length]?.name}走势（图${number + 1}）`,
      number,
    })
  let characters = countCharacters(
    [...parts, ...[...added.values()].flat()].map(textOf).join('\n'),
  ).characters
  for (let at = 0; characters < size.characters; at++) {
    const part = changed(plain[at % plain.length], random)
    add(part)
    characters += countCharacters(textOf(part)).characters
  }
  return parts.flatMap((part, at) => [part, ...(added.get(at) ?? [])])
}

export function headingsOf(parts: readonly Part[]): readonly string[] {
  return parts.flatMap((part) => (part.kind === 'heading' ? [part.text] : []))
}

function textOf(part: Part): string {
  if (part.kind === 'list') return part.items.join('\n')
  if (part.kind === 'table') return `${part.caption}\n${part.rows.flat().join('\n')}`
  return part.kind === 'figure' ? part.caption : part.text
}

function changed(part: Part | undefined, random: () => number): Part {
  if (part?.kind === 'list')
    return { kind: 'list', items: part.items.map((item) => varied(item, random)) }
  return { kind: 'paragraph', text: varied(part?.kind === 'paragraph' ? part.text : '', random) }
}

function sampleParts(): readonly Part[] {
  const folder = path.join(sample, 'report')
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => partsOf(readFileSync(path.join(folder, name), 'utf8')))
}

function partsOf(chapter: string): readonly Part[] {
  const text = chapter
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/```[\s\S]*?```/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^:.*$/gm, '')
  let caption = ''
  return text.split(/\n{2,}/).flatMap((source): readonly Part[] => {
    const block = source.trim()
    const heading = /^(#{1,3}) (.+)$/.exec(block)
    if (heading !== null)
      return [{ kind: 'heading', level: levelOf(heading[1]), text: plainText(heading[2]) }]
    if (/^[表图]：/.test(block)) caption = plainText(block.slice(2).split('\n')[0])
    const rows = block.split('\n').filter((line) => line.startsWith('|'))
    if (rows.length > 2) return [{ kind: 'table', caption, rows: cellsOf(rows) }]
    if (/^- /.test(block))
      return [{ kind: 'list', items: block.split(/^- /m).slice(1).map(plainText) }]
    return /^[\p{L}“【]/u.test(block) && !/^[表图]：/.test(block)
      ? [{ kind: 'paragraph', text: plainText(block) }]
      : []
  })
}

function levelOf(marks = ''): 1 | 2 | 3 {
  return marks.length === 1 ? 1 : marks.length === 2 ? 2 : 3
}

function cellsOf(lines: readonly string[]): readonly string[][] {
  return lines
    .filter((_, at) => at !== 1)
    .map((line) => line.trim().slice(1, -1).split('|').map(plainText))
}

/** Without links, marks and labels. */
function plainText(text = ''): string {
  return text
    .replaceAll(/\[[表图条证]?\]\([^)]*\)/g, '附表')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\{#[^}]*\}/g, '')
    .replaceAll(/[*`<>]/g, '')
    .replaceAll(/\s*\n\s*/g, '')
    .trim()
}
