import type { Language } from '@ziping/diagnostics'
import type { Status } from '@ziping/language-server'
import { say } from './words.ts'

/** What the status bar shows. */
export interface StatusText {
  readonly text: string
  readonly tooltip: string
  readonly isOver: boolean
}

type Length = NonNullable<Status['document']>

/** Where the writer stands: this clause, this document, the whole report. */
export function statusText(status: Status, language: Language): StatusText {
  const { clause, document, clauses } = status
  const here = clause === undefined ? document : clause
  const name = clause === undefined ? (document?.title ?? '') : clause.id
  const lengths = here === undefined ? [] : [`${name} ${lengthText(here, language)}`]
  const coverage = `${say(language, '条款', 'clauses')} ${clauses.join('/')}`
  return {
    text: `$(book) ${[...lengths, coverage].join(' · ')}`,
    tooltip: tooltip(status, language),
    isOver: [clause, document].some((one) => one !== undefined && isOver(one)),
  }
}

function tooltip(status: Status, language: Language): string {
  const { award, clause, document, clauses, requirements, errors, warnings } = status
  const lines = [
    award,
    ...[clause, document].flatMap((one) =>
      one === undefined ? [] : [`${one.title}：${lengthText(one, language)}${left(one, language)}`],
    ),
    say(
      language,
      `已作答：条款 ${clauses.join('/')}，要求 ${requirements.join('/')}`,
      `Answered: clauses ${clauses.join('/')}, requirements ${requirements.join('/')}`,
    ),
    say(
      language,
      `问题：错误 ${errors}，警告 ${warnings}`,
      `Findings: ${errors} errors, ${warnings} warnings`,
    ),
  ]
  return lines.join('\n')
}

function lengthText({ count, limit }: Length, language: Language): string {
  const used = limit === undefined ? String(count) : `${count}/${limit}`
  return `${used}${say(language, ' 字', ' characters')}`
}

function left({ count, limit }: Length, language: Language): string {
  if (limit === undefined) return ''
  const rest = limit - count
  return rest >= 0
    ? say(language, `，还可写 ${rest} 字`, `, ${rest} left`)
    : say(language, `，超出 ${-rest} 字`, `, ${-rest} too many`)
}

function isOver({ count, limit }: Length): boolean {
  return limit !== undefined && count > limit
}
