import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, type KeyInput, launch, type Page } from 'puppeteer-core'
import { codeServer } from './install.ts'

/** VS Code with our extension on one folder, in a real browser. */
export class Editor {
  readonly page: Page
  readonly #server: ChildProcess
  readonly #browser: Browser

  private constructor(server: ChildProcess, browser: Browser, page: Page) {
    this.#server = server
    this.#browser = browser
    this.page = page
  }

  /** `scratch` takes what the editor keeps for itself. */
  static async open(root: string, parcel: string, scratch: string, locale = 'en'): Promise<Editor> {
    const program = codeServer()
    const user = path.join(scratch, 'user')
    const own = ['--user-data-dir', user, '--extensions-dir', path.join(scratch, 'extensions')]
    mkdirSync(path.join(user, 'User'), { recursive: true })
    writeFileSync(path.join(user, 'User/settings.json'), JSON.stringify(settings))
    execFileSync(process.execPath, [program, ...own, '--install-extension', parcel], {
      stdio: 'pipe',
    })
    const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust']
    const words = [
      program,
      ...own,
      ...quiet,
      '--locale',
      locale,
      '--auth',
      'none',
      '--bind-addr',
      '127.0.0.1:0',
      root,
    ]
    const server = spawn(process.execPath, words, {
      env: { ...process.env, ZIPING_LANG: '', ZIPING_CACHE: '' },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const address = await addressOf(server)
    const browser = await launch({ executablePath: chromium(), args: ['--no-sandbox'] })
    const page = await browser.newPage()
    await page.setViewport({ width: 1400, height: 900 })
    await page.goto(`${address}/?folder=${encodeURIComponent(root)}`)
    await page.waitForSelector('.monaco-workbench .part.statusbar')
    return new Editor(server, browser, page)
  }

  async close(): Promise<void> {
    await this.#browser.close()
    this.#server.kill()
  }

  /** Ends when something is so; says what never came. */
  async until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
    const end = Date.now() + 60_000
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(`The editor never came to this: ${what}`)
      await sleep(100)
    }
  }

  async openFile(name: string): Promise<void> {
    await this.press('Control', 'KeyP')
    await this.#choose(name, name)
    await this.until(`${name} is open`, () => this.shows('.tab.active', name))
  }

  async command(title: string): Promise<void> {
    await this.press('F1')
    await this.#choose(`>${title}`, title)
  }

  /** Takes a row of the list that is open. */
  async pick(title: string): Promise<void> {
    await this.#choose(title, title)
  }

  async goToLine(line: number): Promise<void> {
    await this.press('Control', 'KeyG')
    await this.#choose(`:${line}`, String(line))
  }

  /** Puts text in at once, as an input method does: nothing is completed behind the back. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.sendCharacter(text)
  }

  async press(...keys: readonly KeyInput[]): Promise<void> {
    for (const key of keys.slice(0, -1)) await this.page.keyboard.down(key)
    const last = keys.at(-1)
    if (last !== undefined) await this.page.keyboard.press(last)
    for (const key of keys.slice(0, -1).toReversed()) await this.page.keyboard.up(key)
  }

  /** What stands in each element of the page. */
  words(selector: string): Promise<readonly string[]> {
    return this.page.$$eval(selector, (found) =>
      found.map((one) => (one.textContent ?? '').replaceAll('\u00a0', ' ')),
    )
  }

  async shows(selector: string, text: string): Promise<boolean> {
    return (await this.words(selector)).some((one) => one.includes(text))
  }

  /** The text of the editor in front, as far as it is on the screen. */
  async text(): Promise<string> {
    return (await this.words('.editor-instance .view-line')).join('\n')
  }

  /** The colour of the piece of text that begins so. */
  async colourOf(start: string): Promise<unknown> {
    return this.page.evaluate(
      `getComputedStyle([...document.querySelectorAll('.view-line span span')].find((one) => one.textContent.startsWith(${JSON.stringify(start)}))).color`,
    )
  }

  /** The process that serves this editor’s findings. */
  serverProcess(): number | undefined {
    const found = spawnSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).stdout.split('\n')
    const processes = found.map((line) => {
      const [, pid = '', parent = '', words = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
      return { pid: Number(pid), parent: Number(parent), words }
    })
    const isOurs = (pid: number): boolean => {
      if (pid === this.#server.pid) return true
      const parent = processes.find((one) => one.pid === pid)?.parent
      return parent !== undefined && parent > 1 && isOurs(parent)
    }
    return processes.find(({ pid, words }) => words.includes('lsp --stdio') && isOurs(pid))?.pid
  }

  async #choose(typed: string, row: string): Promise<void> {
    await this.#fill(typed)
    await this.until(`the list leads with ${row}`, () =>
      this.shows('.quick-input-list .monaco-list-row.focused', row),
    )
    await this.page.keyboard.press('Enter')
    await this.until('the list is closed', async () => !(await this.#isAsking(row)))
  }

  async #fill(text: string): Promise<void> {
    await this.until('a list to type in', () => this.#isAsking())
    await this.press('Control', 'KeyA')
    await this.page.keyboard.sendCharacter(text)
  }

  async #isAsking(row = ''): Promise<boolean> {
    const list = await this.page.$('.quick-input-widget')
    const isThere = (await list?.isVisible()) === true
    return isThere && (row === '' || this.shows('.quick-input-list .monaco-list-row.focused', row))
  }
}

const settings = {
  'ziping.language': 'zh-CN',
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'security.workspace.trust.enabled': false,
  'files.autoSave': 'off',
  'editor.minimap.enabled': false,
  'editor.accessibilitySupport': 'off',
  // Else the terminal is a picture, which nobody can read back.
  'terminal.integrated.gpuAcceleration': 'off',
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const address = /HTTP server listening on (http:\/\/[\d.:]+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    })
    server.on('exit', () => reject(new Error(`code-server did not start:\n${said}`)))
  })
}

function chromium(): string {
  const found = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (file) => spawnSync(file, ['--version']).status === 0,
  )
  if (found === undefined) throw new Error('This suite needs Chromium: apt-get install chromium')
  return found
}

/** Every file of a folder with its text, to see that nobody touched them. */
export function textsUnder(root: string): ReadonlyMap<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|yaml)$/.test(name))
    .toSorted()
  return new Map(files.map((name) => [name, readFileSync(path.join(root, name), 'utf8')]))
}
