import type { TextEdit } from '@ziping/diagnostics'
import { allBlocks, type Block, type Report, type ReportDocument } from '@ziping/report'
import { type Resolver, wordOf } from '@ziping/resolve'
import type { Passage } from '../passage.ts'
import { type Almost, fixWith } from './almost.ts'

export type NumberMessage = 'captionNumber' | 'mention'

interface Captioned {
  readonly block: Block
  readonly file: string
  /** What a reference names it by, if that is plain enough. */
  readonly label: string | undefined
  /** The number printing gives it. */
  readonly number: string
}

interface Numbers {
  readonly typed: ReadonlyMap<string, Captioned>
  readonly printed: ReadonlyMap<string, Captioned>
}

interface Mention {
  readonly passage: Passage
  readonly number: string
  readonly typed: string
  readonly start: number
  /** Follows 见 or 如, and nothing else can be meant. */
  readonly sure: boolean
}

const mention =
  /(?<=(见|如|参照|由|从|据)|(和|与|及|、|（|\(|，|。|；))([表图])\s?(\d{1,3}(?:[-－—–.．]\d{1,3})*)(?![\d.．%％年月日万亿-])(?!\s?[个项张份次人名家台套])/g

/** Numbers of tables and figures that a writer typed: printing gives them itself. */
export function* typedNumbers(
  passages: readonly Passage[],
  report: Report,
  resolver: Resolver,
): Generator<Almost<NumberMessage>> {
  const { scopes, found } = numbersAndMentions(passages, report, resolver)
  yield* captionNumbers(scopes, passages, found)
  for (const { mention: item, target } of found) if (target !== undefined) yield judge(item, target)
}

/** `见表3-9` where no table or figure bears that number. */
export function* numbersNowhere(
  passages: readonly Passage[],
  report: Report,
  resolver: Resolver,
): Generator<Pick<Mention, 'passage' | 'start' | 'typed'>> {
  for (const { mention, target } of numbersAndMentions(passages, report, resolver).found)
    if (target === undefined && mention.sure && mention.number.includes('-')) yield mention
}

interface Mentions {
  readonly scopes: ReadonlyMap<string, Numbers>
  readonly found: readonly { readonly mention: Mention; readonly target: Captioned | undefined }[]
}

const known = new WeakMap<Report, Mentions>()

/** The numbers tables and figures bear, and where the text names one; looked for once for both rules. */
function numbersAndMentions(
  passages: readonly Passage[],
  report: Report,
  resolver: Resolver,
): Mentions {
  const before = known.get(report)
  if (before !== undefined) return before
  const scopes = new Map<string, Numbers>()
  const scopeOf = new Map<string, string>()
  for (const document of report.documents) scopeOf.set(document.parsed.file, scopeName(document))
  for (const [scope, documents] of groupByScope(report))
    scopes.set(scope, numbersIn(documents, resolver))
  const found: { readonly mention: Mention; readonly target: Captioned | undefined }[] = []
  for (const passage of passages) {
    const numbers = scopes.get(scopeOf.get(passage.file) ?? '')
    if (numbers === undefined || passage.part === 'caption') continue
    for (const item of mentionsIn(passage))
      found.push({ mention: item, target: targetOf(item, numbers) })
  }
  const made = { scopes, found }
  known.set(report, made)
  return made
}

function judge(item: Mention, target: Captioned): Almost<NumberMessage> {
  const { passage, start, typed } = item
  const base = { place: passage.place(start, start + typed.length), typed, block: passage.block }
  const right = `[${item.number.slice(0, 1)}](#${target.label ?? '…'})`
  return { ...base, message: 'mention', right, ...fixWith(...editsOf(item, target)) }
}

function editsOf(item: Mention, { label }: Captioned): readonly (TextEdit | undefined)[] {
  if (label === undefined) return [undefined]
  const { passage, start, typed, number } = item
  return [passage.edit(start, start + typed.length, `[${number.slice(0, 1)}](#${label})`)]
}

/** `表3-1 指标` as a caption. Its number may go once nothing in the text needs it any more. */
function* captionNumbers(
  scopes: ReadonlyMap<string, Numbers>,
  passages: readonly Passage[],
  found: readonly { readonly mention: Mention; readonly target: Captioned | undefined }[],
): Generator<Almost<NumberMessage>> {
  const captions = new Map(
    passages.flatMap((passage) => (passage.part === 'caption' ? [[passage.block, passage]] : [])),
  )
  for (const { typed } of scopes.values())
    for (const [number, target] of typed) {
      const passage = captions.get(target.block)
      const caption = 'caption' in target.block ? target.block.caption : undefined
      if (passage === undefined || caption?.typed === undefined) continue
      const { source } = passage
      const line = source.slice(caption.span)
      const [prefix = ''] =
        /^[ \t]*[表图]\s*[\d\-－—–.．]*\d[\s:：、.．][ \t\u3000]*/.exec(line) ?? []
      const { start } = caption.span
      const titled = /[[【［]/.test(source.text[start - 1] ?? '')
      const edit = {
        file: source.file,
        start,
        end: start + prefix.length,
        text: titled ? '' : `${number.slice(0, 1)}：`,
      }
      const needed = found.filter((item) => item.target === target)
      const edits =
        number === target.number ? [] : needed.flatMap((item) => editsOf(item.mention, target))
      // A number that nothing bears now would come to mean this table.
      const misled = found.some(
        (item) => item.target === undefined && item.mention.number === target.number,
      )
      yield {
        message: 'captionNumber',
        place: source.place({ start, end: start + prefix.trimEnd().length }),
        typed: caption.typed,
        right: target.number,
        block: target.block,
        ...(prefix === '' || misled ? {} : fixWith(edit, ...edits)),
      }
    }
}

const mentioned = new WeakMap<Passage, readonly Mention[]>()

function mentionsIn(passage: Passage): readonly Mention[] {
  const mentions = mentioned.get(passage) ?? [...findMentions(passage)]
  mentioned.set(passage, mentions)
  return mentions
}

function* findMentions(passage: Passage): Generator<Mention> {
  if (!/[表图]\s?\d/.test(passage.text)) return
  for (const match of passage.text.matchAll(mention)) {
    const [typed, sure, , word = '', figures = ''] = match
    if (passage.offset(match.index) === undefined) continue
    const number = word + figures.replace(/[-－—–.．]/g, '-')
    yield { passage, number, typed, start: match.index, sure: sure !== undefined }
  }
}

function targetOf({ number, sure }: Mention, { typed, printed }: Numbers): Captioned | undefined {
  const byHand = typed.get(number)
  if (byHand !== undefined) return byHand
  const target = printed.get(number)
  // `表10` may be a table of the form, and a table that was given another number by hand is another table.
  if (target === undefined || (!sure && !number.includes('-'))) return undefined
  return [...typed.values()].includes(target) ? undefined : target
}

/** The report is numbered through; every other document by itself. */
function scopeName({ kind, holding, parsed }: ReportDocument): string {
  return kind === 'report' ? `report ${holding ?? ''}` : parsed.file
}

function groupByScope(report: Report): ReadonlyMap<string, readonly ReportDocument[]> {
  const scopes = new Map<string, ReportDocument[]>()
  for (const document of report.documents) {
    const name = scopeName(document)
    scopes.set(name, [...(scopes.get(name) ?? []), document])
  }
  return scopes
}

function numbersIn(documents: readonly ReportDocument[], resolver: Resolver): Numbers {
  const typed = new Map<string, Captioned>()
  const printed = new Map<string, Captioned>()
  for (const { parsed } of documents)
    for (const block of allBlocks(parsed.blocks)) {
      if (wordOf(block) === undefined || !('caption' in block)) continue
      const { caption } = block
      const number = resolver.captions.numberOf(parsed.file, block)
      if (caption === undefined || number === undefined) continue
      const label = [block.label, caption.text.trim()].find(
        (name) =>
          name !== undefined &&
          /^[\p{L}\p{N}_-]+$/u.test(name) &&
          resolver.captions.find(name)?.block === block,
      )
      const target = { block, file: parsed.file, label, number }
      printed.set(number, target)
      if (caption.typed !== undefined) typed.set(plainNumber(caption.typed), target)
    }
  return { typed, printed }
}

function plainNumber(typed: string): string {
  return typed.replace(/\s/g, '').replace(/[-－—–.．]/g, '-')
}
