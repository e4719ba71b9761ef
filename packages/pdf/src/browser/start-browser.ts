import type { LaunchOptions, Browser as Running } from 'puppeteer-core'
import { browserFailed, browserNotStarted } from './browser-failures.ts'
import type { FoundBrowser } from './found-browser.ts'
import { createTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts'
import { whyNotStarted } from './why-not-started.ts'

const startTimeoutMs = 60_000

/** Starts the program with a profile of its own, spoken to through a pipe: no port is opened. */
export async function startBrowser(found: FoundBrowser, onEnd: () => void): Promise<Running> {
  let running: Running | undefined
  const profile = profileFolder(found, () => running?.process()?.kill('SIGKILL'))
  try {
    const { launch } = await import('puppeteer-core')
    running = await launch(launchOptions(found, profile.path))
  } catch (cause) {
    profile.remove()
    const reason = (await whyNotStarted(found, startFlags())) ?? firstLine(cause)
    throw browserNotStarted({ program: found.executable, reason }, cause)
  }
  running.once('disconnected', () => {
    profile.remove()
    onEnd()
  })
  return running
}

function profileFolder(found: FoundBrowser, beforeRemoval: () => void): TemporaryFolder {
  try {
    return createTemporaryFolder(beforeRemoval)
  } catch (cause) {
    throw browserFailed({ program: found.executable, reason: firstLine(cause) }, cause)
  }
}

function launchOptions(found: FoundBrowser, userDataDir: string): LaunchOptions {
  return {
    executablePath: found.executable,
    headless: found.headlessShell ? 'shell' : true,
    pipe: true,
    userDataDir,
    args: [...startFlags()],
    env: { ...process.env, ...found.env, ...privateFolders(userDataDir) },
    timeout: startTimeoutMs,
    protocolTimeout: 0,
    // Who prints decides what a signal means; the temporary folder sees to the rest.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  }
}

/** Chromium also writes beside its profile; all of it must go with the profile. */
function privateFolders(folder: string): Readonly<Record<string, string>> {
  if (process.platform === 'win32') return { TEMP: folder, TMP: folder }
  return { HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder, TMPDIR: folder }
}

const flags: readonly string[] = [
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND',
]

function startFlags(): readonly string[] {
  return isRoot() ? [...flags, '--no-sandbox'] : flags
}

/** Chromium refuses its sandbox to root, as in a container; everybody else keeps it. */
function isRoot(): boolean {
  return process.getuid?.() === 0
}

function firstLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause)
  return text.split('\n').find((line) => line.trim() !== '') ?? 'unknown'
}
