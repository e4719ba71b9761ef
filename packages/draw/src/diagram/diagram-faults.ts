import { type Language, type Words, wording, wordsIn } from '@ziping/diagnostics'
import { lineInSource } from './source-lines.ts'

/** Why a diagram is not drawn, and at which line of its source, counted from 1. */
export interface DiagramFault {
  readonly kind: 'fault'
  readonly words: Readonly<Record<Language, Words>>
  readonly line?: number
}

const syntax = wording<{ readonly line: number | undefined; readonly said: string }>({
  'zh-CN': ({ line, said }) => ({
    message: `流程图${line === undefined ? '' : `第${line}行`}写法有误：${said}`,
    advice:
      '对照 mermaid 语法改正；方框文字中有括号等符号时，用英文双引号括起来，如 A["质量（一级）"]',
  }),
  en: ({ line, said }) => ({
    message: `The diagram cannot be read${line === undefined ? '' : ` at its line ${line}`}: ${said}`,
    advice: 'Correct it; a label with brackets or other signs wants quotes, as in A["quality (1)"]',
  }),
})

const unknownKind = wording<{ readonly first: string }>({
  'zh-CN': ({ first }) => ({
    message: `看不出是哪一种图：“${first}”`,
    advice: '第一行写明种类，如 flowchart TD、sequenceDiagram、gantt、mindmap、pie',
  }),
  en: ({ first }) => ({
    message: `No kind of diagram begins with “${first}”`,
    advice: 'Name the kind in the first line: flowchart TD, sequenceDiagram, gantt, mindmap, pie …',
  }),
})

const tooLarge = wording<{ readonly reason: 'text' | 'edges' | 'time' }>({
  'zh-CN': ({ reason }) => ({
    message: {
      text: '图的源文太长，印出来看不清',
      edges: '图中的连线太多，印出来看不清',
      time: '图在规定时间内没有画完',
    }[reason],
    advice: '拆成几张图，每张不超过几十个方框',
  }),
  en: ({ reason }) => ({
    message: {
      text: 'The source of the diagram is too long to be readable in print',
      edges: 'The diagram has too many connections to be readable in print',
      time: 'The diagram was not drawn in the time allowed',
    }[reason],
    advice: 'Split it into several diagrams of a few dozen boxes at most',
  }),
})

const empty = wording<undefined>({
  'zh-CN': () => ({ message: '图是空的', advice: '写上内容，或删去这段 mermaid' }),
  en: () => ({ message: 'The diagram is empty', advice: 'Write something in it, or delete it' }),
})

const withHtml = wording<undefined>({
  'zh-CN': () => ({
    message: '图中用了 HTML 标签形式的文字，印刷时会变形',
    advice: '去掉图开头的 htmlLabels 设置',
  }),
  en: () => ({
    message: 'The diagram sets its labels as HTML, which does not print reliably',
    advice: 'Remove the setting htmlLabels at its beginning',
  }),
})

export function emptyFault(): DiagramFault {
  return { kind: 'fault', words: wordsIn(empty, undefined) }
}

export function htmlFault(): DiagramFault {
  return { kind: 'fault', words: wordsIn(withHtml, undefined) }
}

export function largeFault(reason: 'text' | 'edges' | 'time'): DiagramFault {
  return { kind: 'fault', words: wordsIn(tooLarge, { reason }) }
}

/** The parser's own message as a sentence, its line counted in what the writer wrote. */
export function faultFromMessage(source: string, message: string, hinted?: number): DiagramFault {
  if (/Maximum text size/i.test(message)) return largeFault('text')
  if (/Too many edges|maxEdges|Edge limit/i.test(message)) return largeFault('edges')
  if (/No diagram type detected|UnknownDiagramError/i.test(message)) {
    const line = lineInSource(source, 1)
    const first = source.split('\n')[line - 1]?.trim().slice(0, 40) ?? ''
    return { kind: 'fault', words: wordsIn(unknownKind, { first }), line }
  }
  const told = /\bline:?\s*(\d+)/i.exec(message)?.[1]
  const counted = told === undefined ? hinted : Number(told)
  const line = counted === undefined ? undefined : lineInSource(source, counted)
  const words = wordsIn(syntax, { line, said: saidIn(message) })
  return { kind: 'fault', words, ...(line === undefined ? {} : { line }) }
}

/** `Parse error on line 2: …excerpt… ----^ Expecting 'A', 'B' …, got 'PS'` without pointer and long list. */
function saidIn(message: string): string {
  const lines = message.split('\n').filter((line) => !/^-*\^$/.test(line.trim()))
  const text = lines
    .join(' ')
    .replace(/^(?:Parse|Lexical|Syntax) error on line \d+[:.]?\s*/i, '')
    .replace(/Expecting (?:'[^']*'(?:, )?)+/, '')
    .replace(/,?\s*got '([^']*)'/, '（$1）')
    .replace(/\s+/g, ' ')
    .trim()
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}
