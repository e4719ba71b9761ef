import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { failure, wording } from '@ziping/diagnostics'
import { serveEditor } from '@ziping/language-server'
import type { Invocation } from '../command.ts'
import type { Context } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { allowsTeamRules } from '../lint/lint-options.ts'
import { lintWorkspace } from '../lint/lint-workspace.ts'
import { version } from '../version.ts'

const noChannel = wording<Record<never, never>>({
  'zh-CN': () => ({
    message: '没有说明怎样与编辑器通信',
    advice: '写成 ziping lsp --stdio；这个命令由编辑器启动，不必自己运行',
  }),
  en: () => ({
    message: 'It is not said how to speak with the editor',
    advice: 'Write ziping lsp --stdio; an editor starts this command, nobody else needs to',
  }),
})

/**
 * Left to itself V8 lets the heap of a server that judges a report at every keystroke grow to several times what lives in
 * it (some 50 MB), and further as the day goes on; collected at one and a half times that, it stays where it is.
 */
const heapGrowth = '--heap-growing-percent=50'

/** The editor’s end of the wire is the process’s own input and output: nothing else may be written there. */
export async function runLsp(invocation: Invocation, context: Context): Promise<ExitCode> {
  if (invocation.options['stdio'] !== true) throw failure('usage', noChannel, {})
  setFlagsFromString(heapGrowth)
  const choices = { severities: {}, allowTeamRules: allowsTeamRules(invocation) }
  // Every keystroke is a text of its own: keeping each on the disk would only fill it.
  const inMemory = { ...context, env: { ...context.env, ZIPING_CACHE: '' } }
  await serveEditor({
    input: process.stdin,
    output: process.stdout,
    version,
    engine: (root, overlay) =>
      lintWorkspace(root, choices, { invocation, context: inMemory }, overlay),
    ...(wantsLanguage(invocation, context) ? { language: context.language } : {}),
  })
  return exitCodes.fine
}

/** Only what was asked for goes before the language of the editor. */
function wantsLanguage({ options }: Invocation, { env }: Context): boolean {
  return options['lang'] !== undefined || (env['ZIPING_LANG'] ?? '') !== ''
}
