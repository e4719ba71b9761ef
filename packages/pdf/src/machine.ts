import { homedir } from 'node:os'
import path from 'node:path'

/** What finding programs and fonts must know of the computer; passed in, so that only the command reads it. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** The folder for what was fetched once: browser, fonts, subsets. */
  readonly cacheFolder: string
}

export function machineOf(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): Machine {
  const home = (platform === 'win32' ? env['USERPROFILE'] : env['HOME']) ?? homedir()
  return { platform, env, home, cacheFolder: cacheFolderOf(env, platform, home) }
}

/** `ZIPING_CACHE=` (nothing) asks for no cache of results; what was installed still needs its place. */
function cacheFolderOf(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): string {
  const system = platform === 'win32' ? env['LOCALAPPDATA'] : undefined
  const chosen = [env['ZIPING_CACHE'], env['XDG_CACHE_HOME'], system].find(
    (folder) => folder !== undefined && folder !== '',
  )
  return path.resolve(chosen ?? path.join(home, '.cache'), 'ziping')
}
