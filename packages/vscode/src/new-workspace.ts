import { commands, Uri, window, workspace } from 'vscode'
import { askProgram } from './ask-program.ts'
import { choicesNow } from './extension-settings.ts'
import { say } from './words.ts'

interface AwardChoice {
  readonly label: string
  readonly description: string
}

/** A new workspace in a folder of the user’s choice, opened as soon as it is there. */
export async function newWorkspace(home: string): Promise<void> {
  const { language } = choicesNow()
  const [opened] = workspace.workspaceFolders ?? []
  const chosen = await window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    openLabel: say(language, '放在这个文件夹里', 'Use this folder'),
    ...(opened === undefined ? {} : { defaultUri: opened.uri }),
  })
  const folder = chosen?.[0]
  if (folder === undefined) return
  const award = await chooseAward(home, folder.fsPath)
  if (award === undefined) return
  const { code, err } = await askProgram(home, ['init', '.', '--award', award], folder.fsPath)
  if (code === 0) await commands.executeCommand('vscode.openFolder', Uri.file(folder.fsPath))
  else void window.showErrorMessage(err.trim())
}

async function chooseAward(home: string, cwd: string): Promise<string | undefined> {
  const { language } = choicesNow()
  const { out, err } = await askProgram(home, ['awards', '--format', 'json'], cwd)
  const awards = awardsIn(out)
  if (awards.length === 0) {
    void window.showErrorMessage(err.trim())
    return undefined
  }
  const picked = await window.showQuickPick([...awards], {
    placeHolder: say(language, '申报哪个奖项？', 'Which award?'),
    matchOnDescription: true,
  })
  return picked?.description
}

function awardsIn(out: string): readonly AwardChoice[] {
  if (out.trim() === '') return []
  const listed: readonly { readonly id: string; readonly name: string }[] = JSON.parse(out)
  return listed.map(({ id, name }) => ({ label: name, description: id }))
}
