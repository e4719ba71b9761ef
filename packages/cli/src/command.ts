import type { Bilingual } from '@ziping/diagnostics'
import type { Context } from './context.ts'
import type { ExitCode } from './exit-codes.ts'

export interface Option {
  readonly name: string
  readonly short?: string
  /** What stands behind it, shown in the help; a switch has none. */
  readonly value?: string
  readonly choices?: readonly string[]
  /** May be given several times; each adds a value. */
  readonly repeatable?: true
  readonly help: Bilingual
}

export interface Invocation {
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | readonly string[]>>
}

/** A command of the ziping program. */
export interface Command {
  readonly name: string
  readonly usage: Bilingual
  readonly summary: Bilingual
  readonly options: readonly Option[]
  /** How many words may follow, at most. */
  readonly arguments: number
  readonly examples: readonly string[]
  run(invocation: Invocation, context: Context): Promise<ExitCode>
}

export function textOption(invocation: Invocation, name: string): string | undefined {
  const value = invocation.options[name]
  return typeof value === 'string' ? value : undefined
}

/** All values of an option that may be repeated. */
export function listOption(invocation: Invocation, name: string): readonly string[] {
  const value = invocation.options[name]
  return Array.isArray(value) ? value : []
}

export const globalOptions: readonly Option[] = [
  {
    name: 'dir',
    short: 'C',
    value: 'DIR',
    help: { 'zh-CN': '申报工程所在文件夹', en: 'the workspace folder' },
  },
  {
    name: 'lang',
    value: 'zh-CN|en',
    choices: ['zh-CN', 'en'],
    help: { 'zh-CN': '提示所用语言', en: 'language of messages' },
  },
  { name: 'help', short: 'h', help: { 'zh-CN': '显示帮助', en: 'show this help' } },
  { name: 'version', short: 'V', help: { 'zh-CN': '显示版本', en: 'show the version' } },
]
