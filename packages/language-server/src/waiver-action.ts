import type { Finding } from '@ziping/diagnostics'
import { type Block, blocksIn } from '@ziping/report'
import type { CodeAction } from 'vscode-languageserver/node'
import { editOf } from './spots.ts'
import { say, type View } from './view.ts'

/** A waiver that still lacks its reason: until the writer adds one, a finding asks for it. */
export function waiverFor(
  view: View,
  finding: Finding,
): Pick<CodeAction, 'title' | 'edit'> | undefined {
  const { rule, place } = finding
  const isKnown = /^[a-z][a-z-]*$/.test(rule)
  if (!isKnown || cannotBeWaived.has(rule)) return undefined
  const source = view.linted.sources.find(place.file)
  if (source === undefined) return undefined
  const isYaml = place.file.endsWith('.yaml')
  const line = isYaml ? place.line : lineOfBlock(view, place.line)
  if (line === undefined) return undefined
  const start = source.offset(line, 1)
  const indent = isYaml ? (/^[ ]*/.exec(source.text.slice(start))?.[0] ?? '') : ''
  const word = view.language === 'en' ? 'ziping-ignore' : 'ziping-忽略'
  const text = isYaml ? `${indent}# ${word} ${rule}: \n` : `<!-- ${word} ${rule}:  -->\n\n`
  return {
    title: say(view, `不改，写明理由（忽略 ${rule}）`, `Leave it and say why (waive ${rule})`),
    edit: { changes: { [view.uriOf(place.file)]: [editOf(source, { start, end: start, text })] } },
  }
}

/** What stands for the writers’ settings and waivers themselves. */
const cannotBeWaived: ReadonlySet<string> = new Set([
  'workspace-invalid',
  'waiver-without-reason',
  'waiver-unused',
])

/** The line of the outermost block that a finding stands in: a waiver covers what it stands before. */
function lineOfBlock({ linted, file }: View, line: number): number | undefined {
  const blocks = linted.subject.report.documents.find(({ parsed }) => parsed.file === file)?.parsed
    .blocks
  const holding = blocks?.find(({ place }) => place.line <= line && line <= place.endLine)
  return holding === undefined ? undefined : innermost(holding, line).place.line
}

/** Inside boxes and wide pages a note stands before the block itself; lists and quotes are taken whole. */
function innermost(block: Block, line: number): Block {
  if (block.kind !== 'box' && block.kind !== 'landscape') return block
  const inner = blocksIn(block).find(({ place }) => place.line <= line && line <= place.endLine)
  return inner === undefined ? block : innermost(inner, line)
}
