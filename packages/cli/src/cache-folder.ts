import path from 'node:path'

/** Where something is kept between runs; any part of it may be deleted at any time. `ZIPING_CACHE=` keeps nothing. */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  part: string,
): string | undefined {
  if (env['ZIPING_CACHE'] === '') return undefined
  const base =
    env['ZIPING_CACHE'] ??
    env['XDG_CACHE_HOME'] ??
    env['LOCALAPPDATA'] ??
    (env['HOME'] === undefined ? undefined : path.join(env['HOME'], '.cache'))
  return base === undefined ? undefined : path.join(base, 'ziping', part)
}
