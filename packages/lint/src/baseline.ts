import { createHash } from 'node:crypto'
import { type Finding, failure, type Place, wording } from '@ziping/diagnostics'

/** Findings that are known and may wait, each by what it says of which text. */
export interface Baseline {
  readonly findings: readonly KnownFinding[]
}

interface KnownFinding {
  readonly rule: string
  readonly file: string
  readonly fingerprint: string
}

/** The text of a file of the workspace, where there is one. */
export type TextOf = (file: string) => string | undefined

/** Raised whenever fingerprints are taken in another way. */
const version = 1

const unreadable = wording<{ readonly reason: string }>({
  'zh-CN': ({ reason }) => ({
    message: `基线文件读不出来：${reason}`,
    advice: '重新记下现有问题：ziping lint --baseline 文件 --write-baseline',
  }),
  en: ({ reason }) => ({
    message: `The baseline cannot be read: ${reason}`,
    advice: 'Record the present findings anew: ziping lint --baseline FILE --write-baseline',
  }),
})

/** A baseline of all these findings, a line each, so that version control shows what came and went. */
export function writeBaseline(findings: readonly Finding[], textOf: TextOf): string {
  const known = findings
    .map((finding) => JSON.stringify(knownFrom(finding, textOf)))
    .sort()
    .map((line) => `    ${line}`)
  const list = known.length === 0 ? '[]' : `[\n${known.join(',\n')}\n  ]`
  return `{\n  "version": ${version},\n  "findings": ${list}\n}\n`
}

/** Reads a baseline; one of another kind or version is a failure, never an empty one. */
export function readBaseline(text: string): Baseline {
  const data = parse(text)
  const { version: written, findings }: { version?: unknown; findings?: unknown } =
    typeof data === 'object' && data !== null ? data : {}
  if (written !== version) throw refuse(`version ${String(written)}`)
  if (!Array.isArray(findings)) throw refuse('findings')
  return {
    findings: findings.map((entry: unknown, index) => {
      if (isKnown(entry)) return entry
      throw refuse(`findings[${index}]`)
    }),
  }
}

/** The findings a baseline does not hold; what it holds once passes once. */
export function withoutBaseline(
  findings: readonly Finding[],
  baseline: Baseline,
  textOf: TextOf,
): readonly Finding[] {
  const left = new Map<string, number>()
  for (const known of baseline.findings) left.set(keyOf(known), (left.get(keyOf(known)) ?? 0) + 1)
  return findings.filter((finding) => {
    const key = keyOf(knownFrom(finding, textOf))
    const times = left.get(key) ?? 0
    if (times > 0) left.set(key, times - 1)
    return times === 0
  })
}

function knownFrom(finding: Finding, textOf: TextOf): KnownFinding {
  const { rule, place } = finding
  return { rule, file: place.file, fingerprint: fingerprint(finding, textOf(place.file)) }
}

function keyOf({ rule, file, fingerprint: print }: KnownFinding): string {
  return `${rule}\0${file}\0${print}`
}

/** What it says, without its figures (a count changes with every word written), of which text, without its line. */
function fingerprint(
  { messageId, clause, words, place }: Finding,
  text: string | undefined,
): string {
  const message = words['zh-CN'].message.replace(/\d+(?:[.,:]\d+)*/g, '#')
  const block = text === undefined ? '' : blockAt(text, place).replace(/\s+/g, '')
  return createHash('sha256')
    .update([messageId, clause ?? '', message, block].join('\0'))
    .digest('hex')
    .slice(0, 20)
}

/** In YAML the line itself; elsewhere the lines around it up to blank ones. */
function blockAt(text: string, { file, line }: Place): string {
  const lines = text.split(/\r\n|\n|\r/)
  if (!file.endsWith('.md')) return lines[line - 1] ?? ''
  let from = line - 1
  let to = line - 1
  while (from > 0 && !isBlank(lines[from]) && !isBlank(lines[from - 1])) from--
  while (!isBlank(lines[to]) && !isBlank(lines[to + 1])) to++
  return lines.slice(from, to + 1).join('\n')
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === ''
}

function isKnown(entry: unknown): entry is KnownFinding {
  if (typeof entry !== 'object' || entry === null) return false
  const { rule, file, fingerprint: print }: Partial<Record<keyof KnownFinding, unknown>> = entry
  return [rule, file, print].every((text) => typeof text === 'string' && text !== '')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw refuse('JSON', cause)
  }
}

function refuse(reason: string, cause?: unknown): Error {
  return failure('baseline/invalid', unreadable, { reason }, cause === undefined ? {} : { cause })
}
