import { spawn } from 'node:child_process'
import { failure, wording } from '@ziping/diagnostics'
import { machineOf } from '@ziping/pdf'
import { type Preview, type PreviewService, servePreview } from '@ziping/preview'
import { openPress, type Press } from '@ziping/session'
import { cacheFolder } from '../cache-folder.ts'
import { type Invocation, textOption } from '../command.ts'
import { type Context, say } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { FolderWatch } from '../lint/folder-watch.ts'
import { lintOptions } from '../lint/lint-options.ts'
import { readForLint } from '../lint/lint-workspace.ts'
import { workspaceHere } from '../open-workspace.ts'
import { showBug } from '../print/failure.ts'

const badPort = wording<{ readonly typed: string }>({
  'zh-CN': ({ typed }) => ({
    message: `--port 不能是“${typed}”`,
    advice: '写 1 到 65535 之间的整数，例如 --port 4173；不写就由系统挑一个空闲的',
  }),
  en: ({ typed }) => ({
    message: `--port cannot be “${typed}”`,
    advice: 'Write a whole number from 1 to 65535, e.g. --port 4173, or leave it out',
  }),
})

/** Editors write a file at once: so short a pause is enough, and is waited for at every save. */
const settleMs = 30

/** Serves the preview until the user ends it. */
export async function runPreview(invocation: Invocation, context: Context): Promise<ExitCode> {
  const root = workspaceHere(context)
  const { choices } = lintOptions(invocation)
  const port = portOf(invocation)
  // What is typed is a text of its own at every save: keeping each on the disk would only fill it.
  const inMemory = { ...context, env: { ...context.env, ZIPING_CACHE: '' } }
  const presses = new Presses(root, invocation, context)
  const ended = new AbortController()
  const preview = await servePreview({
    root,
    language: context.language,
    cacheFolder: cacheFolder(context.env, 'build'),
    doorFolder: cacheFolder(context.env, 'preview'),
    engine: () => readForLint(root, choices, { invocation, context: inMemory }),
    press: (fonts) => presses.of(fonts),
    ...(port === undefined ? {} : { port }),
    ...stagesTold(context),
    onBug: (cause) => context.note(showBug(cause, context)),
  })
  try {
    void context.interrupted().then(() => ended.abort())
    announce(preview, invocation, context)
    await follow(preview, root, ended.signal)
  } finally {
    await preview.close()
    await presses.close()
  }
  return exitCodes.fine
}

/** Tells the preview of every change until the end. */
async function follow(preview: Preview, root: string, signal: AbortSignal): Promise<void> {
  const watch = new FolderWatch([root], settleMs)
  try {
    let state = watch.state()
    const first = preview.changed()
    for (;;) {
      await watch.changeFrom(state, signal)
      if (signal.aborted) return first
      state = watch.state()
      void preview.changed()
    }
  } finally {
    watch.close()
  }
}

/** Where the time goes, for those who make ziping faster: on the machine's own clock, to be held beside a save's. */
function stagesTold({ env, note }: Context): Pick<PreviewService, 'onStage'> {
  if (env['ZIPING_DEBUG'] !== 'stages') return {}
  return {
    onStage: (stage) => note(`${(performance.timeOrigin + performance.now()).toFixed(1)} ${stage}`),
  }
}

function announce({ url }: Preview, { options }: Invocation, context: Context): void {
  if (options['json'] === true) context.out(JSON.stringify({ version: 1, url }))
  else context.out(url)
  context.note(
    say(
      context,
      '用浏览器打开上面的网址；网址只在这台机器上有效。按 Ctrl-C 结束',
      'Open the address above in a browser of this machine. Ctrl-C ends it',
    ),
  )
  if (options['open'] === true) openInBrowser(url, context)
}

/** By the means each system has for it; where it has none, the address is there to be copied. */
function openInBrowser(url: string, context: Context): void {
  const [program, ...words] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', url]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', url]
  if (program === undefined) return
  const child = spawn(program, words, { stdio: 'ignore', detached: true })
  child.on('error', () =>
    context.note(
      say(
        context,
        `系统里没有 ${program}，请自己把网址复制到浏览器里`,
        `There is no ${program} here; copy the address into a browser`,
      ),
    ),
  )
  child.unref()
}

function portOf(invocation: Invocation): number | undefined {
  const typed = textOption(invocation, 'port')
  if (typed === undefined) return undefined
  const port = Number(typed)
  if (!/^\d+$/.test(typed) || port < 1 || port > 65_535) throw failure('usage', badPort, { typed })
  return port
}

/** One browser all the while; the fonts as ziping.yaml names them at the time. */
class Presses {
  readonly #root: string
  readonly #invocation: Invocation
  readonly #context: Context
  #press: { readonly fonts: string; readonly press: Press } | undefined

  constructor(root: string, invocation: Invocation, context: Context) {
    this.#root = root
    this.#invocation = invocation
    this.#context = context
  }

  of(fonts: Readonly<Record<string, string>>): Press {
    const key = JSON.stringify(fonts)
    if (this.#press?.fonts === key) return this.#press.press
    const browser = textOption(this.#invocation, 'browser')
    const settings = { ...(browser === undefined ? {} : { browser }), fonts, root: this.#root }
    const before = this.#press?.press.browser
    const warm =
      before === undefined
        ? undefined
        : { browser: before, [Symbol.asyncDispose]: () => before.close() }
    const press = openPress(machineOf(this.#context.env), settings, warm)
    this.#press = { fonts: key, press }
    return press
  }

  async close(): Promise<void> {
    await this.#press?.press[Symbol.asyncDispose]()
  }
}
