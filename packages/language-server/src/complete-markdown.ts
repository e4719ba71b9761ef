import { isTeamRule, rules } from '@ziping/lint'
import { dimensionsOf, valueForms } from '@ziping/report'
import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver/node'
import { clauseAt } from './clause-here.ts'
import { directives } from './complete-directives.ts'
import { lineAround } from './spots.ts'
import { itemsOf, type Suggestion } from './suggestion.ts'
import type { View } from './view.ts'
import {
  captions,
  clauseHeadings,
  clauseNumbers,
  evidences,
  indicatorIds,
  indicatorYears,
  requirementIds,
} from './vocabulary.ts'

/** A beginning that calls for certain words; what was typed of the word is its last group. */
interface Occasion {
  readonly pattern: RegExp
  words(view: View, match: RegExpExecArray, position: Position): Iterable<Suggestion>
  /** What may already stand behind the cursor and is replaced as well. */
  readonly behind?: RegExp
}

const occasions: readonly Occasion[] = [
  {
    // [表](#…
    pattern: /\[([^[\]]*)\][(（][#＃](?:[^()（）]*[,，、])?([^()（）,，、]*)$/u,
    words: (view, match) => targets(view, match[1] ?? ''),
    behind: /^[^\s()（），,、]*(?=[)）])/u,
  },
  {
    // :指标[revenue.2019 …
    pattern: /[:：](?:指标|val)[[［【][^\]］】\s]+\.\d{4}\s+(\S*)$/u,
    words: () => Object.keys(valueForms).map((label) => ({ label })),
  },
  {
    pattern: /[:：](?:指标|val)[[［【]([^\]］】]*)$/u,
    words: (view) => indicatorYears(view),
    behind: /^[^\s\]］】]*(?=[\]］】])/u,
  },
  {
    // ::图表[…]{指标="revenue …
    pattern:
      /^[:：]{2,}.*[{｛].*(?:指标|ids)\s*[=＝]\s*(?:["“”＂](?:[^"“”＂]*[\s,，、])?)?([^\s"“”＂,，、}｝]*)$/u,
    words: (view) => indicatorIds(view),
  },
  {
    pattern: /^\s*([:：]{3,}[\p{L}-]*)$/u,
    words: (view, match) => directives(view, match[1] ?? ''),
  },
  {
    pattern: /^\s*([:：]{2}[\p{L}-]*)$/u,
    words: (view, match) => directives(view, match[1] ?? ''),
  },
  {
    pattern: /<!--\s*(?:要求|requirements?)\s*[:：](?:[^>]*[\s,，、])?([^\s,，、>]*)$/iu,
    words: (view, _, { line }) => requirementIds(view, clauseAt(view, line)),
  },
  {
    pattern: /<!--\s*(?:ziping-忽略|ziping-ignore)\s+([a-z-]*)$/iu,
    words: (view, _, { line }) => ruleNames(view, line),
  },
  {
    pattern: /^#{1,6}\s+(\S.*|)$/u,
    words: (view, _, { line }) => headings(view, line),
    behind: /^.*$/u,
  },
  {
    pattern: /^\s*(【[^】]*)$/u,
    words: (view, _, { line }) => leadIns(view, line),
    behind: /^】/u,
  },
]

export function completeMarkdown(view: View, position: Position): CompletionItem[] {
  const { before, after } = lineAround(view.source, position)
  if (isFrontMatter(view, position)) return itemsOf(frontMatterWords(before), position, before)
  for (const { pattern, words, behind } of occasions) {
    const match = pattern.exec(before)
    if (match === null) continue
    const replaced = behind?.exec(after)?.[0].length ?? 0
    return itemsOf(words(view, match, position), position, match.at(-1) ?? '', replaced)
  }
  return []
}

/** Between the two lines of `---` at the top. */
function isFrontMatter({ source }: View, { line }: Position): boolean {
  const lines = source.text.split('\n', line + 1).map((one) => one.trimEnd())
  return line > 0 && lines[0] === '---' && !lines.slice(1, line).includes('---')
}

function frontMatterWords(before: string): readonly Suggestion[] {
  if (before.includes(':')) return []
  return ['title', '负责人', '状态', 'numbering'].map((label) => ({ label, text: `${label}: ` }))
}

/** What a link may lead to, by the word it bears. */
function* targets(view: View, word: string): Generator<Suggestion> {
  const kind = word.replace(/@页$/u, '')
  if (kind === '证') return yield* evidences(view)
  if (kind === '条') return yield* clauseNumbers(view)
  if (kind === '表' || kind === '图') return yield* captions(view, kind)
  // A typed number wants its source.
  if (/\d/.test(word)) yield* indicatorYears(view)
  yield* captions(view)
  if (!/\d/.test(word)) yield* indicatorYears(view)
  yield* clauseNumbers(view)
  yield* evidences(view)
}

function* headings(view: View, line: number): Generator<Suggestion> {
  if (
    view.linted.subject.report.documents.some(
      (one) => one.parsed.file === view.file && one.kind !== 'report',
    )
  )
    return
  yield* clauseHeadings(view)
  for (const { label, name, names } of clauseAt(view, line)?.requirements ?? []) {
    const words = name ?? names[0]
    if (label !== undefined && /^\w+$/.test(label)) yield { label: `${label}）${words ?? ''}` }
    else if (words !== undefined) yield { label: words }
  }
}

/** The dimensions that the clause at hand must show. */
function* leadIns(view: View, line: number): Generator<Suggestion> {
  const clause = clauseAt(view, line)
  const { award } = view.linted
  const own = clause === undefined ? [] : dimensionsOf(award, clause)
  const dims = own.length > 0 ? own : award.dimensions.flatMap((scheme) => scheme.dims)
  for (const label of new Set([...dims.map((dim) => dim.label), '历程']))
    yield { label: `【${label}】`, kind: CompletionItemKind.Keyword }
}

/** Rules that found something in this file first. */
function* ruleNames({ linted, file, language }: View, line: number): Generator<Suggestion> {
  const near = linted.findings
    .filter(({ place }) => place.file === file)
    .toSorted((a, b) => Math.abs(a.place.line - line) - Math.abs(b.place.line - line))
    .map(({ rule }) => rule)
  const titles = new Map(rules.map(({ id, title }) => [id, title[language]]))
  for (const label of new Set([...near, ...titles.keys()])) {
    const detail = titles.get(label)
    if (detail !== undefined || isTeamRule(label))
      yield { label, text: `${label}: `, ...(detail === undefined ? {} : { detail }) }
  }
}
