import path from 'node:path'
import { window, workspace } from 'vscode'
import { choicesNow } from './extension-settings.ts'
import { configName, workspaceAbove } from './nearest-workspace.ts'
import { say } from './words.ts'

/** The workspace of the file in front, else the only one there is, else the one the user picks. */
export async function chooseWorkspace(): Promise<string | undefined> {
  const { language } = choicesNow()
  const front = window.activeTextEditor?.document
  const near = front?.uri.scheme === 'file' ? workspaceAbove(front.fileName) : undefined
  if (near !== undefined) return near
  const found = await workspace.findFiles(`**/${configName}`, '**/node_modules/**', 50)
  const roots = found.map(({ fsPath }) => path.dirname(fsPath)).toSorted()
  if (roots.length === 0) {
    void window.showErrorMessage(
      say(
        language,
        '打开的文件夹里没有申报工程（没有 ziping.yaml）。请打开它所在的文件夹，或新建申报工程。',
        'There is no workspace of ziping here (no ziping.yaml). Open its folder, or start a new one.',
      ),
    )
    return undefined
  }
  if (roots.length === 1) return roots[0]
  return window.showQuickPick([...roots], {
    placeHolder: say(language, '哪一个申报工程？', 'Which workspace?'),
  })
}

/** What is built and checked lies on the disk: the writer’s open texts of a workspace are saved first. */
export async function saveAll(root: string): Promise<boolean> {
  const open = workspace.textDocuments.filter(
    ({ isDirty, uri, fileName }) =>
      isDirty && uri.scheme === 'file' && workspaceAbove(fileName) === root,
  )
  const saved = await Promise.all(open.map((document) => document.save()))
  return saved.every(Boolean)
}
