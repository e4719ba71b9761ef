import { createHash } from 'node:crypto'
import { createReadStream, readdirSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Machine } from '../machine.ts'
import { installFailure, problemIn } from './install-failures.ts'
import { runNpm } from './npm.ts'
import type { PinnedPackage } from './pins.ts'
import { readTar, type TarEntry } from './read-tar.ts'

/** The pinned package's archive, fetched into a folder by the user's npm and held against its hash. */
export async function fetchPackage(
  pin: PinnedPackage,
  folder: string,
  machine: Machine,
): Promise<string> {
  const what = `${pin.name}@${pin.version}`
  const words = ['pack', what, '--ignore-scripts', '--loglevel=error', '--no-update-notifier']
  const result = await runNpm(words, machine, folder)
  if (result === undefined) throw installFailure(what, 'no-npm')
  const name = readdirSync(folder).find((file) => file.endsWith(`-${pin.version}.tgz`))
  if (result.code !== 0 || name === undefined)
    throw installFailure(what, problemIn(result.output), firstError(result.output))
  const file = path.join(folder, name)
  if ((await integrityOf(file)) !== pin.integrity) throw installFailure(what, 'altered')
  return file
}

/** Gives every file of the archive to the reader, in order. */
export async function unpackPackage(
  file: string,
  read: (entry: TarEntry) => Promise<void>,
): Promise<void> {
  const unzipped = createGunzip()
  const source = pipeline(createReadStream(file), unzipped)
  // A reader that gives up leaves the pipeline behind; the reader's own error is the one to tell.
  source.catch(() => undefined)
  try {
    for await (const entry of readTar(unzipped)) await read(entry)
  } finally {
    unzipped.destroy()
  }
}

async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

function firstError(output: string): string {
  const line = output
    .split('\n')
    .map((text) => text.replace(/^npm (?:error|ERR!)\s*(?:code )?/, '').trim())
    .find((text) => text !== '' && !text.startsWith('npm '))
  return (line ?? '').slice(0, 200)
}
