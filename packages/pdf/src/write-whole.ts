import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Failure, failure, wording } from '@ziping/diagnostics'
import { unfinishedName } from './unfinished.ts'

const notWritten = wording<{ readonly file: string; readonly reason: string }>({
  'zh-CN': ({ file, reason }) => ({
    message: `${file} 没有写成（${reason}），原有文件没有改动`,
    advice: '检查磁盘空间和文件夹权限；文件正在阅读器中打开时，请先关闭',
  }),
  en: ({ file, reason }) => ({
    message: `${file} could not be written (${reason}); what was there is unchanged`,
    advice: 'Check disk space and permissions, and close the file where it is open',
  }),
})

/** In one piece, or in pieces that are made while they are written. */
export type Content = Uint8Array | AsyncIterable<Uint8Array>

/** Replaces a file whole or not at all, even should the power fail. */
export async function writeWhole(file: string, bytes: Content): Promise<void> {
  const fresh = unfinishedName(file)
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await writeThrough(fresh, bytes, await modeOf(file))
    await rename(fresh, file)
  } catch (cause) {
    await rm(fresh, { force: true }).catch(() => undefined)
    // What went wrong while the pieces were made is no fault of the disk.
    if (cause instanceof Failure || !(cause instanceof Error && 'code' in cause)) throw cause
    throw failure('output/not-written', notWritten, { file, reason: String(cause.code) }, { cause })
  }
}

async function writeThrough(file: string, bytes: Content, mode: number): Promise<void> {
  const handle = await open(file, 'wx', mode)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A file that was there keeps its permissions. */
async function modeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).mode & 0o777
  } catch {
    return 0o666
  }
}
