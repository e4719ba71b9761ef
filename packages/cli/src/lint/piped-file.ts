import path from 'node:path'
import { failure, wording } from '@ziping/diagnostics'
import { decodeText, findWorkspace, type Overlay } from '@ziping/report'
import { type Invocation, textOption } from '../command.ts'
import type { Context } from '../context.ts'
import { type AskedWorkspace, insideOf } from './asked-files.ts'

const halfNamed = wording<Record<never, never>>({
  'zh-CN': () => ({
    message: '--stdin 和 --stdin-filename 要一起用',
    advice: '例如 ziping lint --stdin --stdin-filename report/01-领导.md < 01-领导.md',
  }),
  en: () => ({
    message: '--stdin and --stdin-filename belong together',
    advice: 'e.g. ziping lint --stdin --stdin-filename report/1.md < 1.md',
  }),
})

const notTogether = wording<{ readonly other: string }>({
  'zh-CN': ({ other }) => ({
    message: `--stdin 不能和${other}一起用`,
    advice: '从标准输入只检查一个文件，什么也不写',
  }),
  en: ({ other }) => ({
    message: `--stdin cannot go with ${other}`,
    advice: 'Standard input is one file to check; nothing is written',
  }),
})

const inNoWorkspace = wording<{ readonly file: string }>({
  'zh-CN': ({ file }) => ({
    message: `${file} 不在任何申报工程（ziping.yaml）中`,
    advice: '写出它在申报工程中的路径',
  }),
  en: ({ file }) => ({
    message: `${file} belongs to no workspace (ziping.yaml)`,
    advice: 'Write its path in the workspace',
  }),
})

const noText = wording<Record<never, never>>({
  'zh-CN': () => ({ message: '标准输入不是 UTF-8 文字', advice: '以 UTF-8 编码送入' }),
  en: () => ({ message: 'Standard input is no UTF-8 text', advice: 'Send it as UTF-8' }),
})

/** The one file whose text comes from standard input, if any does. */
export async function pipedFile(
  invocation: Invocation,
  context: Context,
): Promise<
  { readonly workspaces: readonly AskedWorkspace[]; readonly overlay: Overlay } | undefined
> {
  const { stdin, fix, 'write-baseline': recording } = invocation.options
  const name = textOption(invocation, 'stdin-filename')
  if (stdin !== true && name === undefined) return undefined
  if (stdin !== true || name === undefined) throw failure('usage', halfNamed, {})
  const other =
    fix === true ? ' --fix ' : recording === true ? ' --write-baseline ' : invocation.positionals[0]
  if (other !== undefined) throw failure('usage', notTogether, { other })
  const file = path.resolve(context.cwd, name)
  const root = findWorkspace(path.dirname(file))
  if (root === undefined) throw failure('workspace/missing', inNoWorkspace, { file: name })
  const decoded = decodeText(await context.input())
  if (decoded.kind !== 'text') throw failure('input/no-text', noText, {})
  const inside = insideOf(root, file)
  return { workspaces: [{ root, only: [inside] }], overlay: new Map([[inside, decoded.text]]) }
}
