import type { ChildProcess } from 'node:child_process'
import {
  commands,
  type Disposable,
  env,
  type LogOutputChannel,
  UIKind,
  Uri,
  window,
  workspace,
} from 'vscode'
import { startProgram } from './ask-program.ts'
import { chooseWorkspace } from './choose-workspace.ts'
import { choicesNow } from './extension-settings.ts'
import { followCursor, goTo } from './preview-cursor.ts'
import { PreviewLine } from './preview-line.ts'
import { say } from './words.ts'

/** A preview that runs, and the address of its page. */
interface Running {
  readonly address: string
  close(): void
}

/** The preview of each workspace: started once, shown as often as asked. */
export class Preview implements Disposable {
  readonly #home: string
  readonly #output: LogOutputChannel
  readonly #byRoot = new Map<string, Promise<Running | undefined>>()

  constructor(home: string, output: LogOutputChannel) {
    this.#home = home
    this.#output = output
  }

  async open(): Promise<void> {
    const root = await chooseWorkspace()
    if (root === undefined) return
    const started = this.#byRoot.get(root) ?? this.#start(root)
    this.#byRoot.set(root, started)
    const running = await started
    if (running === undefined) this.#byRoot.delete(root)
    else await show(running.address)
  }

  dispose(): void {
    for (const started of this.#byRoot.values()) void started.then((running) => running?.close())
    this.#byRoot.clear()
  }

  #start(root: string): Promise<Running | undefined> {
    return new Promise((resolve) => {
      const child = startProgram(this.#home, ['preview', '--json'], root)
      if (child === undefined) return resolve(undefined)
      let out = ''
      let err = ''
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text
        const address = addressIn(out)
        if (address !== undefined) resolve(running(root, address, child))
      })
      child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
      child.on('error', (cause) => (err += cause.message))
      child.on('close', (code) => {
        this.#byRoot.delete(root)
        // One that was stopped by us has no reason to tell.
        if (code !== null && code !== 0) this.#ended(err)
        resolve(undefined)
      })
    })
  }

  #ended(said: string): void {
    this.#output.error(said)
    const { language } = choicesNow()
    const reason = said.trim().split('\n', 2).join(' ')
    void window.showErrorMessage(
      say(language, `预览停下了：${reason}`, `The preview ended: ${reason}`),
    )
  }
}

/** The line in which `ziping preview --json` tells its address. */
function addressIn(out: string): string | undefined {
  const line = /^\{.*\}$/m.exec(out)?.[0]
  if (line === undefined) return undefined
  const { url }: { readonly url?: string } = JSON.parse(line)
  return url
}

/** The cursor leads the page, a click on the page leads the cursor. */
function running(root: string, address: string, child: ChildProcess): Running {
  const line = new PreviewLine(address)
  line.listen((where) => void goTo(root, where))
  const following = followCursor(root, line)
  const forget = (): void => {
    following.dispose()
    line.close()
  }
  child.on('close', forget)
  return {
    address,
    close: () => {
      forget()
      child.kill('SIGINT')
    },
  }
}

/** The editor’s own browser, which desktop editors of late have. */
const ownBrowser = 'workbench.action.browser.open'

/**
 * Beside the text where the editor can show a page as a browser does, else in the user’s browser: the page lets itself
 * be put into nobody’s frame.
 */
async function show(address: string): Promise<void> {
  if (env.uiKind === UIKind.Web) return tellAddress(address)
  const isWanted = workspace.getConfiguration('ziping').get('previewIn', 'editor') === 'editor'
  const known = isWanted ? await commands.getCommands(true) : []
  if (!known.includes(ownBrowser)) {
    await env.openExternal(Uri.parse(address))
    return
  }
  const isAlone = window.tabGroups.all.length === 1
  await commands.executeCommand(
    isAlone ? 'workbench.action.newGroupRight' : 'workbench.action.focusNextGroup',
  )
  await commands.executeCommand(ownBrowser, address)
}

/** An editor that is itself a page reaches other servers through a proxy, which the preview does not let in. */
async function tellAddress(address: string): Promise<void> {
  const { language } = choicesNow()
  const copy = say(language, '复制网址', 'Copy the address')
  const chosen = await window.showInformationMessage(
    say(
      language,
      '预览已在运行编辑器的那台电脑上打开，只有那台电脑的浏览器能看。复制网址，在那里打开。',
      'The preview runs on the machine that runs this editor, and only a browser there may look. Copy the address and open it there.',
    ),
    copy,
  )
  if (chosen === copy) await env.clipboard.writeText(address)
}
