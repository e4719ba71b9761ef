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
  #closed = false

  constructor(found: FoundBrowser) {
    this.found = found
  }

  /** Starts it in the background, so that it is there when the first page is ready. */
  start(): void {
    this.#ensure().catch(() => undefined)
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
    const timeoutMs = options.timeoutMs ?? defaultTimeoutMs
    const program = this.found.executable
    const timer = alarm(timeoutMs)
    const death = deathOf(running)
    try {
      return await Promise.race([
        onePage(running, options, work),
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
    if (running !== undefined) await this.#discard(running)
  }

  /** Ends it at once, work or no work. */
  async kill(): Promise<void> {
    const running = await this.#running?.catch(() => undefined)
    running?.process()?.kill('SIGKILL')
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

  /** However it behaves, afterwards it is gone. */
  async #discard(running: Running): Promise<void> {
    const timer = alarm(5_000)
    const child = running.process()
    await Promise.race([running.close().catch(() => undefined), timer.rung])
    timer.stop()
    child?.kill('SIGKILL')
  }
}

/** The process that draws the page is gone, for want of memory as a rule; the browser itself still answers. */
class PageCrashed extends Error {}

async function onePage<Result>(
  running: Running,
  { scripts = false }: PageOptions,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const page = await running.newPage()
  const crash = new Promise<never>((_, reject) => {
    page.once('error', (cause) => reject(new PageCrashed('page', { cause })))
  })
  try {
    await page.setJavaScriptEnabled(scripts)
    await page.setOfflineMode(true)
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
