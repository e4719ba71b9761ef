import type { Finding, Place } from '@ziping/diagnostics'
import { type DiagramFault, drawDiagrams, drawPictures } from '@ziping/draw'
import type { LintSubject } from '@ziping/lint'
import { faceFamilies, prepareFonts } from '@ziping/pdf'
import { allBlocks, type Diagram } from '@ziping/report'
import { allBookBlocks, type Book } from '@ziping/resolve'
import { diagramSmall } from './build-findings.ts'
import type { DrawnDiagram, DrawnDiagrams } from './draw-all.ts'
import type { Press } from './press.ts'

const families = [faceFamilies.latin, faceFamilies.song]

/** The size of the words in a diagram, in points; it is scaled down only where it is wider than the text. */
const fontSize = 10

/** Draws the diagrams of a workspace; without a browser none. */
export async function drawDiagramsOf(
  { report }: LintSubject,
  press: Press | undefined,
  options: {
    readonly cacheFolder: string | undefined
    readonly asPictures: boolean
    /** Which are wanted; all unless said. */
    readonly sources: ReadonlySet<string> | undefined
  },
): Promise<DrawnDiagrams> {
  const diagrams = report.documents.flatMap(({ parsed }) =>
    [...allBlocks(parsed.blocks)]
      .filter((block) => block.kind === 'diagram')
      .filter(({ value }) => options.sources?.has(value) !== false),
  )
  if (press === undefined || diagrams.length === 0) return { bySource: new Map(), findings: [] }
  const sources = [...new Set(diagrams.map(({ value }) => value))]
  const fontFaces = await fontsFor(sources, press)
  const { cacheFolder } = options
  const drawn = await drawDiagrams(
    sources,
    press.browser,
    { fonts: families, fontSize, fontFaces },
    cacheFolder === undefined ? {} : { cacheFolder },
  )
  const bySource = new Map<string, DrawnDiagram>()
  const findings: Finding[] = []
  for (const [index, result] of drawn.entries()) {
    const source = sources[index] ?? ''
    if (result.kind === 'drawn') bySource.set(source, result)
    else findings.push(...faultsAt(diagrams, source, result))
  }
  return {
    bySource: options.asPictures ? await withPictures(bySource, press, fontFaces) : bySource,
    findings,
  }
}

/** The fonts with every character of the diagrams: labels are measured in the face that prints them. */
async function fontsFor(sources: readonly string[], press: Press): Promise<string> {
  const escaped = sources.join('\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const page = `<p style="font-family:${families.map((name) => `'${name}'`).join(',')}">国A${escaped}</p>`
  return (await prepareFonts(page, press.fonts())).css
}

async function withPictures(
  drawn: ReadonlyMap<string, DrawnDiagram>,
  press: Press,
  fontFaces: string,
): Promise<ReadonlyMap<string, DrawnDiagram>> {
  const entries = [...drawn]
  const pictures = await drawPictures(
    entries.map(([, diagram]) => diagram),
    press.browser,
    { fontFaces },
  )
  return new Map(
    entries.map(([source, diagram], index) => {
      const png = pictures[index]
      return [source, png === undefined ? diagram : { ...diagram, png }]
    }),
  )
}

/** Told at the line of the source that the drawing program stumbled over. */
function faultsAt(
  diagrams: readonly Diagram[],
  source: string,
  { words, line }: DiagramFault,
): readonly Finding[] {
  return diagrams
    .filter(({ value }) => value === source)
    .map(({ place, fence }) => ({
      rule: 'diagram-invalid',
      messageId: 'fault',
      severity: 'error',
      place: line === undefined ? place : lineOf(place, fence + line),
      words,
    }))
}

/** Below this, words in a diagram are hard to read on paper. */
const smallest = 5.5

/** Diagrams of a book that had to shrink too far. */
export function smallDiagrams(book: Book, { bySource }: DrawnDiagrams): readonly Finding[] {
  return book.runs.flatMap(({ blocks }) =>
    [...allBookBlocks(blocks)].flatMap((block) => {
      if (block.kind !== 'figure' || block.place === undefined) return []
      const { place } = block
      return block.drawings.flatMap(({ drawing }) => {
        const natural = drawing.kind === 'diagram' ? bySource.get(drawing.source) : undefined
        if (natural === undefined || drawing.kind !== 'diagram') return []
        const points = Math.round((fontSize * drawing.width * 10) / natural.width) / 10
        return points < smallest ? [diagramSmall(place, { points })] : []
      })
    }),
  )
}

function lineOf({ file }: Place, line: number): Place {
  return { file, line, column: 1, endLine: line, endColumn: 1 }
}
