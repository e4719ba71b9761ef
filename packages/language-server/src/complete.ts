import type { CompletionItem, Position } from 'vscode-languageserver/node'
import { completeMarkdown } from './complete-markdown.ts'
import { completeYaml } from './complete-yaml.ts'
import type { View } from './view.ts'

/** What may stand at the cursor; answered from the last judged state, so that typing never waits. */
export async function completionsAt(view: View, position: Position): Promise<CompletionItem[]> {
  if (view.file.endsWith('.md')) return completeMarkdown(view, position)
  return view.file.endsWith('.yaml') ? completeYaml(view, position) : []
}

export const triggerCharacters: readonly string[] = [
  '#',
  ':',
  '：',
  '[',
  '(',
  '.',
  ',',
  '【',
  '"',
  ' ',
  '=',
  '-',
]
