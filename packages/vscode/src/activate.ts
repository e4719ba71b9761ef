import { commands, type ExtensionContext, tasks, window, workspace } from 'vscode'
import { EditorServer } from './editor-server.ts'
import { configName } from './nearest-workspace.ts'
import { newWorkspace } from './new-workspace.ts'
import { Preview } from './preview.ts'
import { runOnWorkspace, taskProvider } from './run-command.ts'
import { statusBar } from './status-bar.ts'

let running: EditorServer | undefined

/** The editor calls it when a folder with a `ziping.yaml` is opened, or one of our commands is asked for. */
export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel('ziping', { log: true })
  const home = context.extensionPath
  const server = new EditorServer(context, output)
  const preview = new Preview(home, output)
  running = server
  const actions: Readonly<Record<string, () => unknown>> = {
    'ziping.build': () => runOnWorkspace(home, 'build'),
    'ziping.check': () => runOnWorkspace(home, 'check'),
    'ziping.preview': () => preview.open(),
    'ziping.newWorkspace': () => newWorkspace(home),
    'ziping.restartServer': () => server.restart(),
    'ziping.showLog': () => output.show(),
  }
  context.subscriptions.push(
    output,
    preview,
    ...Object.entries(actions).map(([name, run]) => commands.registerCommand(name, run)),
    ...statusBar(server),
    tasks.registerTaskProvider('ziping', taskProvider(home)),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('ziping')) void server.restart()
    }),
    workspace.onDidGrantWorkspaceTrust(() => void server.restart()),
  )
  await Promise.all([server.start(), tellWhetherHere()])
}

/** Buttons and the walkthrough appear only where there is a workspace of ours. */
async function tellWhetherHere(): Promise<void> {
  const [found] = await workspace.findFiles(`**/${configName}`, '**/node_modules/**', 1)
  await commands.executeCommand('setContext', 'ziping.isWorkspace', found !== undefined)
}

/** The editor calls it before it leaves. */
export async function deactivate(): Promise<void> {
  await running?.stop()
}
