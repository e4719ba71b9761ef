import {
  type Disposable,
  languages,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  window,
} from 'vscode'
import type { EditorServer } from './editor-server.ts'
import { choicesNow } from './extension-settings.ts'
import { workspaceAbove } from './nearest-workspace.ts'
import { statusText } from './status-text.ts'
import { say } from './words.ts'

/** Moves and findings that come closer together than this are told once. */
const pauseMs = 120

/** Coverage, and the characters of the clause the cursor stands in. */
export function statusBar(server: EditorServer): readonly Disposable[] {
  const item = window.createStatusBarItem('ziping.status', StatusBarAlignment.Right, 90)
  item.command = 'ziping.preview'
  let timer: NodeJS.Timeout | undefined
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void show(item, server), pauseMs)
  }
  soon()
  return [
    item,
    window.onDidChangeActiveTextEditor(soon),
    window.onDidChangeTextEditorSelection(soon),
    languages.onDidChangeDiagnostics(soon),
    { dispose: () => clearTimeout(timer) },
  ]
}

async function show(item: StatusBarItem, server: EditorServer): Promise<void> {
  const editor = window.activeTextEditor
  const document = editor?.document
  const isOurs = document?.uri.scheme === 'file' && workspaceAbove(document.fileName) !== undefined
  if (editor === undefined || document === undefined || !isOurs) return item.hide()
  const status = await server.status({
    textDocument: { uri: document.uri.toString() },
    position: editor.selection.active,
  })
  // Another file may be in front by now: its own answer is on the way.
  if (window.activeTextEditor !== editor) return
  const { language } = choicesNow()
  item.name = say(language, '自评', 'Ziping')
  if (status === undefined) {
    item.text = `$(book) ${say(language, '自评', 'Ziping')}`
    item.tooltip = say(language, '还没有检查的结果', 'Nothing has been checked yet')
    item.backgroundColor = undefined
    return item.show()
  }
  const { text, tooltip, isOver } = statusText(status, language)
  item.text = text
  item.tooltip = tooltip
  item.backgroundColor = isOver ? new ThemeColor('statusBarItem.warningBackground') : undefined
  item.show()
}
