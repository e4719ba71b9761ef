import { containerNames, leafNames } from '@ziping/report'
import { CompletionItemKind } from 'vscode-languageserver/node'
import type { Suggestion } from './suggestion.ts'
import { say, type View } from './view.ts'

type Meaning =
  | (typeof leafNames)[keyof typeof leafNames]
  | (typeof containerNames)[keyof typeof containerNames]

/** What each is for, as the list of suggestions tells it. */
const purposes: Readonly<Record<Meaning, readonly [zh: string, en: string]>> = {
  indicators: ['由指标数据排出的结果表', 'a table of results from the data'],
  chart: ['由指标数据画出的图', 'a chart drawn from the data'],
  pagebreak: ['从这里另起一页', 'a new page from here on'],
  highlight: ['框出一段亮点', 'a box around something to be proud of'],
  case: ['框出一个小案例', 'a box around a short case'],
  landscape: ['横排的页，放宽表', 'a page on its side, for a wide table'],
  grid: ['有合并单元格的表', 'a table with joined cells'],
}

/** Everything that may follow `::` or `:::`: Chinese names first, each closing what it opens. */
export function* directives(view: View, typed: string): Generator<Suggestion> {
  const colons = /^[:：]+/u.exec(typed)?.[0] ?? ''
  const isContainer = colons.length > 2
  const marks = ':'.repeat(colons.length)
  const names = Object.entries(isContainer ? containerNames : leafNames)
  const isEnglish = ([name]: readonly [string, Meaning]): number => (/^[a-z]/.test(name) ? 1 : 0)
  for (const [name, meaning] of names.toSorted((a, b) => isEnglish(a) - isEnglish(b)))
    yield {
      label: marks + name,
      text: marks + name + behindName(meaning) + (isContainer ? `\n\n${marks}` : ''),
      detail: say(view, ...purposes[meaning]),
      kind: CompletionItemKind.Keyword,
      // Full-width colons find the half-width directive.
      filter: colons + name,
    }
}

function behindName(meaning: Meaning): string {
  if (meaning === 'indicators') return '[]{指标=""}'
  return meaning === 'chart' ? '[]{指标="" 类型=折线}' : ''
}
