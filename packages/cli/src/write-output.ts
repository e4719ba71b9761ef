import { chmodSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { failure, wording } from '@ziping/diagnostics'
import { type Context, say } from './context.ts'

const notWritten = wording<{ readonly file: string; readonly reason: string }>({
  'zh-CN': ({ file, reason }) => ({
    message: `${file} 没有写成（${reason}），原有文件没有改动`,
    advice: '检查磁盘空间和文件夹权限；文件正在 Word、WPS 或 Excel 中打开时，请先关闭',
  }),
  en: ({ file, reason }) => ({
    message: `${file} could not be written (${reason}); what was there is unchanged`,
    advice: 'Check disk space and permissions, and close the file where it is open',
  }),
})

/** A result goes to the file asked for, else to the terminal. */
export async function writeOutput(
  text: string,
  file: string | undefined,
  context: Context,
): Promise<void> {
  if (file === undefined) context.out(text)
  else {
    writeWhole(path.resolve(context.cwd, file), `${text}\n`)
    context.note(`${say(context, '已写入', 'Written: ')} ${file}`)
  }
}

/** Replaces a file whole or not at all. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(temporary, content)
    const mode = statSync(file, { throwIfNoEntry: false })?.mode
    if (mode !== undefined) chmodSync(temporary, mode)
    renameSync(temporary, file)
  } catch (cause) {
    rmSync(temporary, { force: true })
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw failure('output/not-written', notWritten, { file, reason }, { cause })
  }
}
