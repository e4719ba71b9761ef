import type { Award } from '@ziping/award'
import type { Severity } from '@ziping/diagnostics'
import type { Rule } from './define-rule.ts'

export type SetBy = 'rule' | 'award' | 'workspace' | 'command'

/** How a rule applies to one workspace, and who decided it. */
export interface RuleSetting {
  readonly rule: Rule
  readonly severity: Severity | 'off'
  readonly setBy: SetBy
  readonly parameters: Readonly<Record<string, number | string | boolean>>
}

type Given = Readonly<Record<string, unknown>>

/** The award's decision first, then the workspace's, then the command line's. */
export function settleRules(
  rules: readonly Rule[],
  award: Pick<Award, 'rules'>,
  workspace: Given,
  command: Readonly<Record<string, Severity | 'off'>>,
): readonly RuleSetting[] {
  return rules.map((rule) => {
    const layers: readonly (readonly [SetBy, unknown])[] = [
      ['award', award.rules[rule.id]],
      ['workspace', workspace[rule.id]],
      ['command', command[rule.id]],
    ]
    let severity: Severity | 'off' = rule.severity
    let setBy: SetBy = 'rule'
    const parameters: Record<string, number | string | boolean> = Object.fromEntries(
      Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.usual]),
    )
    for (const [layer, given] of layers) {
      const { severity: set, options } = readSetting(given)
      if (set !== undefined) {
        severity = set
        setBy = layer
      }
      for (const [name, value] of Object.entries(options))
        if (name in parameters) parameters[name] = value
    }
    return { rule, severity, setBy, parameters }
  })
}

function readSetting(given: unknown): {
  readonly severity?: Severity | 'off'
  readonly options: Readonly<Record<string, number | string | boolean>>
} {
  if (isSeverity(given)) return { severity: given, options: {} }
  if (typeof given !== 'object' || given === null) return { options: {} }
  const { severity, options }: { severity?: unknown; options?: unknown } = given
  const entries = typeof options === 'object' && options !== null ? Object.entries(options) : []
  const plain = entries.filter((entry): entry is [string, number | string | boolean] =>
    ['number', 'string', 'boolean'].includes(typeof entry[1]),
  )
  return { ...(isSeverity(severity) ? { severity } : {}), options: Object.fromEntries(plain) }
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'off' || value === 'info' || value === 'warning' || value === 'error'
}
