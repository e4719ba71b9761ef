import {
  type Award,
  allClauses,
  type Clause,
  clauseHeading,
  isSpecified,
  type LengthLimit,
  listNotSpecified,
  parentsOf,
  scoredLeaves,
} from '@ziping/award'
import { type Context, say } from '../context.ts'

/** What a person wants to know of an award: what is asked, how long, how many, until when. */
export function showAward(award: Award, context: Context): string {
  const { style } = context
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [
      say(context, '依据', 'Source'),
      Object.values(award.docs).map(
        ({ title, number }) => `${title}${number === undefined ? '' : `（${number}）`}`,
      ),
    ],
    [say(context, '申报时间', 'Dates'), schedule(award, context)],
    [say(context, '条款', 'Clauses'), clauseLines(award, context)],
    [say(context, '申报材料', 'Documents'), award.deliverables.map(({ title }) => title)],
    [say(context, '限制', 'Limits'), award.limits.map(limitLine)],
    [
      say(context, '申报条件', 'Conditions'),
      isSpecified(award.conditions)
        ? award.conditions.map(
            (condition) =>
              `${condition.kind === 'must-not' ? say(context, '不得：', 'not: ') : ''}${condition.text}`,
          )
        : [],
    ],
    [say(context, '装订与电子版', 'Copies'), copies(award, context)],
    [
      say(context, '疑点与处理', 'Open questions'),
      award.questions.map(({ id, text, decision }) => `${id} ${text} → ${decision}`),
    ],
    [
      say(context, '通知没有规定', 'Not specified by this award'),
      listNotSpecified(award).map((item) => item.name[context.language]),
    ],
  ]
  const title = `${award.name}${isSpecified(award.year) ? ` · ${award.year}` : ''}`
  return [
    style.bold(title),
    style.dim(award.id),
    ...(award.banner === undefined ? [] : [style.yellow(award.banner)]),
    ...sections.flatMap(([head, lines]) =>
      lines.length === 0 ? [] : ['', style.bold(head), ...lines.map((line) => `  ${line}`)],
    ),
  ].join('\n')
}

function schedule(award: Award, context: Context): readonly string[] {
  if (!isSpecified(award.schedule)) return []
  const { opens, closes } = award.schedule
  const from = isSpecified(opens) ? opens : '…'
  return [
    isSpecified(closes)
      ? `${from} — ${closes}`
      : say(context, `${from} — 截止日期由年度通知确定`, `${from} — deadline by annual notice`),
  ]
}

function clauseLines(award: Award, context: Context): readonly string[] {
  const leaves = scoredLeaves(award.clauses)
  const items = leaves.reduce((sum, clause) => sum + clause.requirements.length, 0)
  const counts = say(
    context,
    `${leaves.length} 个末级条款，${items} 项要求`,
    `${leaves.length} leaf clauses, ${items} requirements`,
  )
  return [
    counts,
    ...[...allClauses(award.clauses)].map((clause) => clauseLine(award, clause, context)),
  ]
}

function clauseLine(award: Award, clause: Clause, context: Context): string {
  const indent = '  '.repeat(parentsOf(award.clauses, clause.id).length)
  const points = isSpecified(clause.points)
    ? say(context, `（${clause.points} 分）`, ` (${clause.points} points)`)
    : ''
  const items =
    clause.requirements.length === 0
      ? ''
      : context.style.dim(
          say(context, ` ${clause.requirements.length} 项`, ` ${clause.requirements.length} items`),
        )
  return `${indent}${clauseHeading(clause)}${points}${items}`
}

function limitLine({ src, id }: LengthLimit): string {
  return src.quote === undefined ? id : `“${src.quote.replace(/\s+/g, '')}”`
}

function copies(award: Award, context: Context): readonly string[] {
  const volumes = award.volumes.map(
    (volume) =>
      `${volume.title ?? volume.id}：${isSpecified(volume.copies) ? say(context, `${volume.copies} 份`, `${volume.copies} copies`) : say(context, '份数未规定', 'copies not specified')}`,
  )
  const media = award.media.map((medium) => medium.title ?? medium.id)
  return [...volumes, ...media]
}
