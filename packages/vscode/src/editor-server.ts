import type { Status, StatusParams } from '@ziping/language-server'
import { type ExtensionContext, type LogOutputChannel, window } from 'vscode'
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RequestType,
  RevealOutputChannelOn,
  type ServerOptions,
} from 'vscode-languageclient/node'
import { choicesNow, environmentFor, programNow } from './extension-settings.ts'
import { Restarts } from './restarts.ts'
import { type Choices, say } from './words.ts'

const statusRequest: RequestType<StatusParams, Status | null, void> = new RequestType(
  'ziping/status',
)

/** The language server under the editor: started, watched, started again when it dies. */
export class EditorServer {
  readonly #context: ExtensionContext
  readonly #output: LogOutputChannel
  readonly #restarts = new Restarts(4, 180_000)
  #client: LanguageClient | undefined

  constructor(context: ExtensionContext, output: LogOutputChannel) {
    this.#context = context
    this.#output = output
  }

  async start(): Promise<void> {
    const choices = choicesNow()
    const program = programNow(this.#context.extensionPath, choices)
    if (program === undefined) return void notFound(choices)
    const { command, args, needsShell } = program
    const more = choices.allowsTeamRules ? ['--allow-workspace-rules'] : []
    const server: ServerOptions = {
      command,
      args: [...args, 'lsp', '--stdio', ...more],
      options: { env: environmentFor(program, choices), shell: needsShell },
    }
    this.#client = this.#clientFor(server, choices)
    // Its reason stands in the output, and its window is closed by who reads it.
    await this.#client.start().catch((cause: unknown) => this.#output.error(String(cause)))
  }

  async restart(): Promise<void> {
    this.#restarts.forget()
    await this.stop()
    await this.start()
  }

  async stop(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    // One that is dying already has nothing to say any more.
    await client?.dispose().catch(() => undefined)
  }

  /** Where a cursor stands; nothing where the server cannot say. */
  async status(params: StatusParams): Promise<Status | undefined> {
    const client = this.#client
    if (client?.isRunning() !== true) return undefined
    const answer = await client.sendRequest(statusRequest, params).catch(() => null)
    return answer ?? undefined
  }

  #clientFor(server: ServerOptions, { language }: Choices): LanguageClient {
    return new LanguageClient('ziping', say(language, '自评', 'Ziping'), server, {
      documentSelector: [
        { scheme: 'file', language: 'markdown' },
        { scheme: 'file', language: 'yaml' },
      ],
      outputChannel: this.#output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      diagnosticPullOptions: { onChange: true, onSave: false },
      middleware: {
        // The editor has an outline of Markdown of its own: another beside it would only say it twice.
        provideDocumentSymbols: (document, token, next) =>
          document.languageId === 'markdown' ? undefined : next(document, token),
      },
      errorHandler: {
        // A message that could not be read costs an answer, not the session.
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          const again = this.#restarts.died(Date.now())
          if (!again) void this.#gaveUp()
          const action = again ? CloseAction.Restart : CloseAction.DoNotRestart
          return { action, handled: true }
        },
      },
    })
  }

  async #gaveUp(): Promise<void> {
    const { language } = choicesNow()
    const again = say(language, '重新启动', 'Start again')
    const show = say(language, '查看记录', 'Show the log')
    const chosen = await window.showErrorMessage(
      say(
        language,
        '自评的检查程序三分钟内退出了五次，已停下。您写的文字不受影响。请查看记录，再重新启动。',
        'The checker of ziping ended five times within three minutes and was left alone. Your text is safe. Look at the log, then start it again.',
      ),
      again,
      show,
    )
    if (chosen === again) await this.restart()
    if (chosen === show) this.#output.show()
  }
}

function notFound({ language, path }: Choices): void {
  const where = path === undefined ? '' : path
  void window.showErrorMessage(
    path === undefined
      ? say(
          language,
          '没有找到 ziping：这个编辑器自带的 Node 太旧，电脑上也没有安装。请更新 VS Code，或运行 npm install -g ziping。',
          'ziping was not found: the Node of this editor is too old and none is installed. Update VS Code, or run npm install -g ziping.',
        )
      : say(
          language,
          `设置 ziping.path 指的文件不存在：${where}。改正路径，或清空这一项，改用扩展自带的。`,
          `The setting ziping.path names a file that is not there: ${where}. Mend it, or leave it empty to use what comes with the extension.`,
        ),
  )
}
