import { containerNames, leafNames } from '@ziping/report'
import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver/node'
import { SemanticTokensBuilder } from 'vscode-languageserver/node'
import { namedPlaces } from './named-places.ts'
import type { View } from './view.ts'

export const legend: SemanticTokensLegend = {
  tokenTypes: ['keyword', 'variable', 'property', 'decorator', 'comment'],
  tokenModifiers: [],
}

interface Token {
  readonly line: number
  readonly character: number
  readonly length: number
  readonly type: number
}

const directive = /^([ \t\u3000]*[:：]{2,})([\p{L}-]+)/u
const leadIn = /^[ \t\u3000]*【[^】\n]{1,20}】/u
const value = /[:：](?:指标|val)(?=[[［【])/gu
const mark = /<!--\s*(?:要求|requirements?|ziping-忽略|ziping-ignore)(?=[\s:：])/giu

/** Directives, names, lead-ins and marks: what a Markdown highlighter does not know. */
export function tokensOf(view: View): SemanticTokens {
  const isMarkdown = view.file.endsWith('.md')
  const tokens = [...names(view), ...(isMarkdown ? marks(view) : [])]
  tokens.sort((a, b) => a.line - b.line || a.character - b.character)
  const builder = new SemanticTokensBuilder()
  let end: { readonly line: number; readonly character: number } = { line: -1, character: 0 }
  for (const { line, character, length, type } of tokens) {
    // Editors refuse tokens that overlap.
    if (line === end.line && character < end.character) continue
    builder.push(line, character, length, type, 0)
    end = { line, character: character + length }
  }
  return builder.build()
}

function names({ linted, file }: View): readonly Token[] {
  return namedPlaces(linted)
    .filter(({ kind, place, isExact }) => isExact && kind !== 'clause' && place.file === file)
    .filter(({ place }) => place.line === place.endLine)
    .map(({ kind, place }) => ({
      line: place.line - 1,
      character: place.column - 1,
      length: place.endColumn - place.column,
      type: kind === 'label' ? 1 : 2,
    }))
}

function marks({ source }: View): readonly Token[] {
  return source.text.split(/\r\n|\r|\n/).flatMap((text, line): readonly Token[] => {
    const found: Token[] = []
    const opened = directive.exec(text)
    const [, colons = '', name = ''] = opened ?? []
    if (Object.hasOwn(leafNames, name) || Object.hasOwn(containerNames, name))
      found.push({ line, character: 0, length: colons.length + name.length, type: 0 })
    const lead = leadIn.exec(text)
    if (lead !== null) found.push({ line, character: 0, length: lead[0].length, type: 3 })
    for (const { index, 0: word } of text.matchAll(value))
      found.push({ line, character: index, length: word.length, type: 0 })
    for (const { index, 0: word } of text.matchAll(mark))
      found.push({ line, character: index, length: word.length, type: 4 })
    return found
  })
}
