import type { ChildProcess } from 'node:child_process'
import process from 'node:process'
import { Failure } from '@ziping/diagnostics'
import type { Page, Browser as Running } from 'puppeteer-core'
import {
  browserFailed,
  browserLost,
  browserTimedOut,
  browserTooOld,
  minimumVersion,
} from './browser-failures.ts'
import type { FoundBrowser } from './found-browser.ts'
import { startBrowser } from './start-browser.ts'

export interface PageOptions {
  /** Only for pages of our own making, such as the one that draws diagrams. */
  readonly scripts?: boolean
  readonly timeoutMs?: number
}

const defaultTimeoutMs = 10 * 60_000

/** A browser that starts when it is first needed, stays warm, and starts anew should it have died. */
export class Browser {
  readonly found: FoundBrowser
  #running: Promise<Running> | undefined
  /** Opened while nobody waits for it yet; belongs to the browser that runs now. */
  #spare: Promise<Page> | undefined
  #closed = false

  constructor(found: FoundBrowser) {
    this.found = found
  }

  /** Starts it in the background, with a page, so that both are there when there is something to print. */
  start(): void {
    if (this.#running !== undefined) return
    this.#spare = this.#ensure().then(openPage)
    this.#spare.catch(() => undefined)
  }

  /** Opens a page while nobody waits for it, so that the next work finds one. */
  prepare(): void {
    if (this.#closed || this.#spare !== undefined) return
    this.#spare = this.#ensure().then(openPage)
    this.#spare.catch(() => undefined)
  }

  /** `156.0.8078.79`. */
  async version(): Promise<string> {
    return versionOf(await (await this.#ensure()).version())
  }

  /** Gives the work a fresh page that reaches neither network nor files. */
  async withPage<Result>(
    options: PageOptions,
    work: (page: Page) => Promise<Result>,
  ): Promise<Result> {
    const running = await this.#ensure()
    const spare = this.#spare
    this.#spare = undefined
    const timeoutMs = options.timeoutMs ?? defaultTimeoutMs
    const program = this.found.executable
    const timer = alarm(timeoutMs)
    const death = deathOf(running)
    try {
      return await Promise.race([
        onePage(pageFrom(spare, running), options, work),
        timer.rung.then(() => {
          throw browserTimedOut({ program, seconds: Math.round(timeoutMs / 1000) })
        }),
        death.happened.then(() => {
          throw browserLost({ program })
        }),
      ])
    } catch (cause) {
      if (timer.hasRung() || cause instanceof PageCrashed) await this.#discard(running)
      if (cause instanceof Failure || !(cause instanceof Error)) throw cause
      if (!running.connected) throw browserLost({ program }, cause)
      if (isProtocol(cause)) throw browserFailed({ program, reason: cause.message }, cause)
      throw cause
    } finally {
      timer.stop()
      death.forget()
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    const running = await this.#running?.catch(() => undefined)
    this.#running = undefined
    await this.#spareOpened()
    if (running !== undefined) await this.#discard(running)
  }

  /** Ends it at once, work or no work. */
  async kill(): Promise<void> {
    const running = await this.#running?.catch(() => undefined)
    await this.#spareOpened()
    running?.process()?.kill('SIGKILL')
  }

  /** A page that a killed browser was just opening is waited for half a minute, and this process with it. */
  async #spareOpened(): Promise<void> {
    const timer = alarm(2_000)
    await Promise.race([this.#spare?.catch(() => undefined), timer.rung])
    timer.stop()
  }

  #ensure(): Promise<Running> {
    if (this.#closed) throw new Error('The browser was closed before')
    this.#running ??= this.#launch()
    return this.#running
  }

  async #launch(): Promise<Running> {
    try {
      const running = await startBrowser(this.found, () => {
        this.#running = undefined
        this.#spare = undefined
      })
      const version = versionOf(await running.version())
      if (Number.parseInt(version, 10) >= minimumVersion) return running
      await this.#discard(running)
      throw browserTooOld({ program: this.found.executable, version })
    } catch (cause) {
      this.#running = undefined
      throw cause
    }
  }

  /** Whatever it does at the moment, afterwards it is gone: its profile goes too, so there is nothing to write down first. */
  async #discard(running: Running): Promise<void> {
    const child = running.process()
    const ended = running.connected ? onceDisconnected(running) : Promise.resolve()
    killGroup(child)
    const timer = alarm(5_000)
    await Promise.race([ended, timer.rung])
    timer.stop()
  }
}

/** A browser leads a group of processes (puppeteer starts it so), none of which must stay. */
function killGroup(child: ChildProcess | null): void {
  try {
    if (process.platform !== 'win32' && child?.pid !== undefined)
      process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It leads none, or has ended.
  }
  child?.kill('SIGKILL')
}

function onceDisconnected(running: Running): Promise<void> {
  return new Promise((resolve) => running.once('disconnected', () => resolve()))
}

/** The process that draws the page is gone, for want of memory as a rule; the browser itself still answers. */
class PageCrashed extends Error {}

/** A page that reaches nothing; whether scripts may run, its user says. */
async function openPage(running: Running): Promise<Page> {
  const page = await running.newPage()
  await page.setOfflineMode(true)
  return page
}

/** The one that waits, as long as it is one of this browser's. */
async function pageFrom(spare: Promise<Page> | undefined, running: Running): Promise<Page> {
  const page = await spare?.catch(() => undefined)
  const isUsable = page !== undefined && page.browser() === running && !page.isClosed()
  return isUsable ? page : openPage(running)
}

async function onePage<Result>(
  opened: Promise<Page>,
  { scripts = false }: PageOptions,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const page = await opened
  const crash = new Promise<never>((_, reject) => {
    page.once('error', (cause) => reject(new PageCrashed('page', { cause })))
  })
  try {
    await page.setJavaScriptEnabled(scripts)
    return await Promise.race([work(page), crash])
  } finally {
    // One that has crashed never answers that it is closed.
    await Promise.race([page.close().catch(() => undefined), crash.catch(() => undefined)])
  }
}

function deathOf(running: Running): { readonly happened: Promise<void>; forget(): void } {
  let forget = (): void => undefined
  const happened = new Promise<void>((resolve) => {
    const listener = (): void => resolve()
    forget = () => void running.off('disconnected', listener)
    if (running.connected) running.on('disconnected', listener)
    else resolve()
  })
  return { happened, forget }
}

/** What the browser, not our own code, has to say. */
function isProtocol(cause: Error): boolean {
  return /Protocol|TargetClose|Timeout|ConnectionClosed/.test(cause.name)
}

/** `HeadlessChrome/156.0.8078.79` */
function versionOf(product: string): string {
  return product.replace(/^.*\//, '')
}

function alarm(ms: number): {
  readonly rung: Promise<void>
  hasRung(): boolean
  stop(): void
} {
  let hasRung = false
  let timer: NodeJS.Timeout | undefined
  const rung = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      hasRung = true
      resolve()
    }, ms)
  })
  return { rung, hasRung: () => hasRung, stop: () => clearTimeout(timer) }
}
