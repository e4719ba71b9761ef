import { failure, nearest, type Severity, wording } from '@ziping/diagnostics'
import { isTeamRule, laterRule, type RuleSetting, rules } from '@ziping/lint'
import { type Invocation, listOption } from '../command.ts'

const severities: Readonly<Record<string, Severity | 'off'>> = {
  off: 'off',
  info: 'info',
  warn: 'warning',
  warning: 'warning',
  error: 'error',
}

const badChoice = wording<{ readonly typed: string }>({
  'zh-CN': ({ typed }) => ({
    message: `--rule 不能是“${typed}”`,
    advice: '写成 --rule 规则=轻重，轻重为 off、info、warn 或 error，例如 --rule sentence-long=off',
  }),
  en: ({ typed }) => ({
    message: `--rule cannot be “${typed}”`,
    advice: 'Write --rule id=off|info|warn|error, e.g. --rule sentence-long=off',
  }),
})

const noSuchRule = wording<{ readonly typed: string; readonly meant: string | undefined }>({
  'zh-CN': ({ typed, meant }) => ({
    message: `没有叫“${typed}”的规则`,
    advice: meant === undefined ? '用 ziping rules 查看全部规则' : `是不是要用 ${meant}？`,
  }),
  en: ({ typed, meant }) => ({
    message: `There is no rule “${typed}”`,
    advice: meant === undefined ? 'See ziping rules for all rules' : `Did you mean ${meant}?`,
  }),
})

const notSettable = wording<{ readonly typed: string }>({
  'zh-CN': ({ typed }) => ({
    message: `${typed} 的轻重不能用 --rule 设`,
    advice: '看过、可以放行的，写进 ziping.yaml 的 waivers 并说明理由',
  }),
  en: ({ typed }) => ({
    message: `How severe ${typed} is cannot be set with --rule`,
    advice: 'What may stay as it is goes under waivers in ziping.yaml, with a reason',
  }),
})

/** The id, if there is such a rule; a failure with the nearest one otherwise. */
export function knownRule(typed: string, known: readonly string[]): string {
  if (known.includes(typed)) return typed
  throw failure('usage', noSuchRule, { typed, meant: nearest(typed, known) })
}

/** What `--rule id=severity` says, rule by rule. */
export function chooseRules(invocation: Invocation): Readonly<Record<string, Severity | 'off'>> {
  const known = rules.map((rule) => rule.id)
  return Object.fromEntries(
    listOption(invocation, 'rule').map((typed) => {
      const [id = '', word = ''] = typed.split('=')
      const severity = severities[word.toLowerCase()]
      if (severity === undefined) throw failure('usage', badChoice, { typed })
      if (laterRule(id) !== undefined) throw failure('usage', notSettable, { typed: id })
      // Which rules a team has of its own is known once its workspace has been read.
      return [isTeamRule(id) ? id : knownRule(id, known), severity]
    }),
  )
}

/** Refuses a choice about a team's rule that no workspace has. */
export function checkChosen(
  chosen: Readonly<Record<string, unknown>>,
  workspaces: readonly {
    readonly settings: readonly RuleSetting[]
    readonly notRun: readonly string[]
  }[],
): void {
  if (workspaces.some(({ notRun }) => notRun.length > 0)) return
  const known = workspaces.flatMap(({ settings }) => settings.map(({ rule }) => rule.id))
  for (const id of Object.keys(chosen)) knownRule(id, known)
}
