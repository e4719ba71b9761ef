import { failure, wording } from '@ziping/diagnostics'
import { type Invocation, textOption } from '../command.ts'
import { chooseRules } from './choose-rules.ts'
import type { LintChoices } from './lint-workspace.ts'

/** What was asked of `ziping lint`, checked. */
export interface LintOptions {
  readonly choices: LintChoices
  readonly fix: boolean
  readonly watch: boolean
  /** A file in the workspace, to be read or written. */
  readonly baseline?: { readonly file: string; readonly write: boolean }
  readonly mostWarnings?: number
}

const badNumber = wording<{ readonly typed: string }>({
  'zh-CN': ({ typed }) => ({
    message: `--max-warnings 不能是“${typed}”`,
    advice: '写 0 或正整数，例如 --max-warnings 0',
  }),
  en: ({ typed }) => ({
    message: `--max-warnings cannot be “${typed}”`,
    advice: 'Write 0 or a positive whole number, e.g. --max-warnings 0',
  }),
})

const badDate = wording<{ readonly typed: string }>({
  'zh-CN': ({ typed }) => ({
    message: `--date 不能是“${typed}”`,
    advice: '写成年-月-日，例如 --date 2020-08-14',
  }),
  en: ({ typed }) => ({
    message: `--date cannot be “${typed}”`,
    advice: 'Write year-month-day, e.g. --date 2020-08-14',
  }),
})

const noName = wording<Record<never, never>>({
  'zh-CN': () => ({
    message: '没有写明把现有问题记入哪个文件',
    advice: '例如 ziping lint --baseline baseline.json --write-baseline',
  }),
  en: () => ({
    message: 'Where should the present findings be recorded?',
    advice: 'e.g. ziping lint --baseline baseline.json --write-baseline',
  }),
})

export function lintOptions(invocation: Invocation): LintOptions {
  const date = dateOf(invocation)
  const baseline = baselineOf(invocation)
  const mostWarnings = warningsAllowed(invocation)
  return {
    choices: {
      severities: chooseRules(invocation),
      allowTeamRules: allowsTeamRules(invocation),
      ...(date === undefined ? {} : { date }),
    },
    fix: invocation.options['fix'] === true,
    watch: watches(invocation),
    ...(baseline === undefined ? {} : { baseline }),
    ...(mostWarnings === undefined ? {} : { mostWarnings }),
  }
}

/** Whether programs that lie in the workspace may run: only the command line can say so, never the workspace. */
export function allowsTeamRules({ options }: Invocation): boolean {
  return options['allow-workspace-rules'] === true
}

const onlyLooks = wording<{ readonly other: string }>({
  'zh-CN': ({ other }) => ({
    message: `--watch 不能和 ${other} 一起用`,
    advice: `--watch 只看不写；先单独运行一次 ${other}`,
  }),
  en: ({ other }) => ({
    message: `--watch cannot go with ${other}`,
    advice: `--watch only looks; run ${other} by itself first`,
  }),
})

function watches({ options }: Invocation): boolean {
  if (options['watch'] !== true) return false
  const other = ['fix', 'write-baseline', 'stdin'].find((name) => options[name] === true)
  if (other !== undefined) throw failure('usage', onlyLooks, { other: `--${other}` })
  return true
}

function baselineOf(invocation: Invocation): LintOptions['baseline'] {
  const file = textOption(invocation, 'baseline')
  const write = invocation.options['write-baseline'] === true
  if (file !== undefined) return { file, write }
  if (write) throw failure('usage', noName, {})
  return undefined
}

function warningsAllowed(invocation: Invocation): number | undefined {
  const typed = textOption(invocation, 'max-warnings')
  if (typed !== undefined && !/^\d+$/.test(typed)) throw failure('usage', badNumber, { typed })
  return typed === undefined ? undefined : Number(typed)
}

function dateOf(invocation: Invocation): string | undefined {
  const typed = textOption(invocation, 'date')
  if (typed === undefined) return undefined
  const day = new Date(`${typed}T00:00:00Z`)
  const real = /^\d{4}-\d\d-\d\d$/.test(typed) && !Number.isNaN(day.getTime())
  if (!real || !day.toISOString().startsWith(typed)) throw failure('usage', badDate, { typed })
  return typed
}
