import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver/node'

/** A word to offer in place of what was typed of it. */
export interface Suggestion {
  readonly label: string
  readonly text?: string
  readonly detail?: string
  readonly kind?: CompletionItemKind
  /** What is typed to find it, where that is not the label: pinyin users type English ids. */
  readonly filter?: string
  readonly documentation?: string
}

/** Items that replace the `typed` characters before the cursor, and some behind it, in the order given. */
export function itemsOf(
  suggestions: Iterable<Suggestion>,
  position: Position,
  typed: string,
  behind = 0,
): CompletionItem[] {
  const range = {
    start: { line: position.line, character: position.character - typed.length },
    end: { line: position.line, character: position.character + behind },
  }
  return [...suggestions].map(({ label, text, detail, kind, filter, documentation }, index) => ({
    label,
    kind: kind ?? CompletionItemKind.Value,
    sortText: String(index).padStart(5, '0'),
    // Editors compare with what is typed, all of it: `1.` finds `1.1`, and so does its title.
    filterText: filter ?? label,
    textEdit: { range, newText: text ?? label },
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation }),
  }))
}
