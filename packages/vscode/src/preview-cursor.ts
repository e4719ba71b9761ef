import path from 'node:path'
import {
  type Disposable,
  Position,
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode'
import { workspaceAbove } from './nearest-workspace.ts'
import type { PreviewLine, Where } from './preview-line.ts'

/** A cursor that moves on is shown only where it comes to rest. */
const restMs = 300

/** Tells the preview where the cursor stands. */
export function followCursor(root: string, line: PreviewLine): Disposable {
  let timer: NodeJS.Timeout | undefined
  const moved = window.onDidChangeTextEditorSelection(({ textEditor, selections, kind }) => {
    const { document } = textEditor
    const isOurs = document.languageId === 'markdown' && workspaceAbove(document.fileName) === root
    // What a program selects, a click on the page among others, needs no answer.
    if (!isOurs || kind === undefined) return
    clearTimeout(timer)
    const file = path.relative(root, document.fileName).split(path.sep).join('/')
    const at = (selections[0]?.active.line ?? 0) + 1
    timer = setTimeout(() => line.reveal(file, at), restMs)
  })
  return {
    dispose: () => {
      clearTimeout(timer)
      moved.dispose()
    },
  }
}

/** Opens the line that somebody clicked on. */
export async function goTo(root: string, { file, line, column }: Where): Promise<void> {
  const document = await workspace.openTextDocument(Uri.file(path.join(root, file)))
  const shown = window.visibleTextEditors.find((editor) => editor.document === document)
  const editor = await window.showTextDocument(document, shown?.viewColumn ?? ViewColumn.One)
  const at = document.validatePosition(new Position(line - 1, column - 1))
  editor.selection = new Selection(at, at)
  editor.revealRange(new Range(at, at), TextEditorRevealType.InCenterIfOutsideViewport)
}
