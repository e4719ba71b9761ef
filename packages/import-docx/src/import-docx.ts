import type { Award } from '@ziping/award'
import type { Block } from '@ziping/report'
import { Labels } from './chapters/labels.ts'
import { HeadingMatcher, type MatchedHeading } from './chapters/match-heading.ts'
import { allNodes, type Node } from './chapters/nodes.ts'
import { type ImportedFile, Pictures } from './chapters/pictures.ts'
import { cutStart } from './chapters/read-caption.ts'
import { settleMarkdown } from './chapters/settle-markdown.ts'
import { understand } from './chapters/understand.ts'
import { type NodeWriting, writeNodes } from './chapters/write-nodes.ts'
import { type Loss, LossList } from './losses.ts'
import { openDocx } from './package/open-docx.ts'
import { telling } from './package/refusals.ts'
import { type Piece, plainPieces } from './read/piece.ts'
import { readDocument } from './read/read-document.ts'

export interface ImportedReport {
  readonly files: readonly ImportedFile[]
  /** What was lost or changed, never silently. */
  readonly losses: readonly Loss[]
  /** The clauses whose headings were found. */
  readonly clauses: readonly string[]
}

export interface ImportOptions {
  readonly award: Award
  /** The file's name, for messages. */
  readonly file: string
  /** Whether a path is taken already: pictures then get another name. */
  isTaken(path: string): boolean
}

/** A report from Word or WPS as chapters by clause. */
export function importDocx(bytes: Uint8Array, options: ImportOptions): ImportedReport {
  return telling(options.file, () => readReport(bytes, options))
}

function readReport(bytes: Uint8Array, options: ImportOptions): ImportedReport {
  const losses = new LossList()
  const docx = openDocx(bytes, options.file)
  const document = readDocument(docx, losses)
  const guesses = new HeadingMatcher(options.award)
  const nodes = understand(document.blocks, {
    isOurs: document.isOurs,
    losses,
    guess: (text, isBold) => guesses.guess(text, isBold),
  })
  const matches = matchHeadings(nodes, options.award)
  const clauses = new Map([...matches].map(([node, { clause }]) => [node, clause.id]))
  const pictures = new Pictures(docx, losses, options.isTaken)
  const notes = new Map<string, string>()
  const writing: Omit<NodeWriting, 'textWidth'> = {
    labels: new Labels(nodes, clauses, losses),
    losses,
    imageOf: (picture) => pictures.imageOf(picture),
    footnote: (id) => {
      if (!document.notes.has(id)) return undefined
      notes.set(id, notes.get(id) ?? String(notes.size + 1))
      return notes.get(id)
    },
    headingText: (node) => headingText(node, matches.get(node), losses),
  }
  const chapters = splitChapters(nodes, matches, options.award).map(({ path, nodes: own }) => {
    const before = new Set(notes.keys())
    const blocks = writeSections(own, writing)
    const cited = [...notes].filter(([id]) => !before.has(id))
    const footnotes = cited.map(([id, label]) => {
      const inside = understand(document.notes.get(id) ?? [], {
        isOurs: false,
        losses,
        guess: () => undefined,
      })
      return footnoteOf(label, writeNodes(inside, { ...writing, textWidth: pageWidth }))
    })
    return { path, content: settleMarkdown([...blocks, ...footnotes], losses) }
  })
  const files = [...chapters.filter(({ content }) => content !== ''), ...pictures.files]
  return { files, losses: losses.list(), clauses: [...clauses.values()] }
}

const pageWidth = 9000 * 635

function matchHeadings(nodes: readonly Node[], award: Award): ReadonlyMap<Node, MatchedHeading> {
  const matcher = new HeadingMatcher(award)
  const found = new Map<Node, MatchedHeading>()
  for (const node of allNodes(nodes)) {
    if (node.kind !== 'heading') continue
    const match = matcher.match(plainPieces(node.pieces).trim())
    if (match !== undefined) found.set(node, match)
  }
  return found
}

/** A heading that only resembles its clause gets the clause's number, by which it is recognised from then on. */
function headingText(
  node: Node,
  match: MatchedHeading | undefined,
  losses: LossList,
): readonly Piece[] | undefined {
  if (node.kind !== 'heading' || match?.by !== 'similarity') return undefined
  const { number } = match.clause
  if (number === undefined) return undefined
  const text = plainPieces(node.pieces)
  const typed = match.number === undefined ? 0 : (/^\s*[\d.．\s]+/.exec(text)?.[0].length ?? 0)
  losses.add('clause-by-similarity', `${text.trim()} → ${number} ${match.clause.title}`)
  return [{ kind: 'text', text: `${number} `, marks: new Set() }, ...cutStart(node.pieces, typed)]
}

interface ChapterDraft {
  readonly path: string
  readonly nodes: Node[]
}

/** One file for each clause of the top level; what stands before the first has its own. */
function splitChapters(
  nodes: readonly Node[],
  matches: ReadonlyMap<Node, MatchedHeading>,
  award: Award,
): readonly ChapterDraft[] {
  const chapters = new Map<string, ChapterDraft>()
  const open = (path: string): ChapterDraft => {
    const chapter = chapters.get(path) ?? { path, nodes: [] }
    chapters.set(path, chapter)
    return chapter
  }
  let current = open('report/00-前言.md')
  for (const node of nodes) {
    const top = matches.get(node)?.top
    if (top !== undefined) {
      const number = award.clauses.findIndex(({ id }) => id === top.id) + 1
      current = open(`report/${String(number).padStart(2, '0')}-${fileName(top.title)}.md`)
    }
    current.nodes.push(node)
  }
  return [...chapters.values()]
}

function fileName(title: string): string {
  return title.replaceAll(/[^\p{L}\p{N}]+/gu, '').slice(0, 30)
}

/** Pages that lie on their side stay so: a section of Word ends with what it is like. */
function writeSections(
  nodes: readonly Node[],
  writing: Omit<NodeWriting, 'textWidth'>,
): readonly Block[] {
  const blocks: Block[] = []
  let start = 0
  for (const [index, node] of nodes.entries()) {
    const isLast = index === nodes.length - 1
    if (node.kind !== 'section-end' && !isLast) continue
    const section = node.kind === 'section-end' ? node : undefined
    const width = section === undefined ? pageWidth : section.textWidth * 635
    const inside = writeNodes(nodes.slice(start, index + 1), { ...writing, textWidth: width })
    start = index + 1
    if (section?.isLandscape === true && inside.length > 0) blocks.push(...landscape(inside))
    else blocks.push(...inside)
  }
  return blocks
}

/** Headings stand outside: they open sections of the report. */
function landscape(blocks: readonly Block[]): readonly Block[] {
  const at = blocks.findIndex(({ kind }) => kind !== 'heading')
  const lying = blocks.slice(at)
  if (at === -1 || lying.some(({ kind }) => kind === 'heading')) return blocks
  return [...blocks.slice(0, at), { ...placed, kind: 'landscape', blocks: lying }]
}

const placed = {
  key: '',
  span: { start: 0, end: 0 },
  place: { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 },
} as const

function footnoteOf(id: string, blocks: readonly Block[]): Block {
  return { ...placed, kind: 'footnote', id, blocks }
}
