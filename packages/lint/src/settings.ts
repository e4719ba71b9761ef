import type { Award } from '@ziping/award'
import type { Severity } from '@ziping/diagnostics'
import type { Rule } from './define-rule.ts'
import type { OptionValue } from './rule-context.ts'

export type SetBy = 'rule' | 'award' | 'workspace' | 'command'

/** How a rule applies to one workspace, and who decided it. */
export interface RuleSetting {
  readonly rule: Rule
  readonly severity: Severity | 'off'
  readonly setBy: SetBy
  readonly parameters: Readonly<Record<string, OptionValue>>
  /** Who gave each parameter its value. */
  readonly parametersSetBy: Readonly<Record<string, SetBy>>
}

type Given = Readonly<Record<string, unknown>>

/** The award's decision first, then the workspace's, then the command line's. */
export function settleRules(
  rules: readonly Rule[],
  award: Pick<Award, 'rules'>,
  workspace: Given,
  command: Readonly<Record<string, Severity | 'off'>>,
): readonly RuleSetting[] {
  return rules.map((rule) =>
    settleRule(rule, [
      ['award', award.rules[rule.id]],
      ['workspace', own(workspace, rule.id)],
      ['command', own(command, rule.id)],
    ]),
  )
}

function settleRule(rule: Rule, layers: readonly (readonly [SetBy, unknown])[]): RuleSetting {
  const declared = Object.entries(rule.options ?? {})
  let severity: Severity | 'off' = rule.severity
  let setBy: SetBy = 'rule'
  const parameters = new Map(declared.map(([name, { usual }]) => [name, usual]))
  const parametersSetBy = new Map<string, SetBy>(declared.map(([name]) => [name, 'rule']))
  for (const [layer, given] of layers) {
    const setting = readSetting(given)
    if (setting.severity !== undefined) {
      severity = setting.severity
      setBy = layer
    }
    for (const [name, { usual }] of declared) {
      const value = readOption(usual, setting.options[name])
      if (value === undefined) continue
      parameters.set(name, value)
      parametersSetBy.set(name, layer)
    }
  }
  return {
    rule,
    severity,
    setBy,
    parameters: Object.fromEntries(parameters),
    parametersSetBy: Object.fromEntries(parametersSetBy),
  }
}

/** What one layer says of a rule: a severity alone, or with options. */
export function readSetting(given: unknown): {
  readonly severity?: Severity | 'off'
  readonly options: Given
} {
  if (isSeverity(given)) return { severity: given, options: {} }
  if (typeof given !== 'object' || given === null) return { options: {} }
  const { severity, options }: { severity?: unknown; options?: unknown } = given
  return {
    ...(isSeverity(severity) ? { severity } : {}),
    options: typeof options === 'object' && options !== null ? { ...options } : {},
  }
}

/** A value of the kind that the option usually has; a list may be given as a single word. */
export function readOption(usual: OptionValue, given: unknown): OptionValue | undefined {
  if (typeof usual === 'object') {
    const entries = (Array.isArray(given) ? given : [given]).map(readText)
    return entries.every((entry) => entry !== undefined) ? entries : undefined
  }
  if (typeof usual === 'string') return readText(given)
  if (typeof usual === 'number')
    return typeof given === 'number' && Number.isFinite(given) ? given : undefined
  return typeof given === 'boolean' ? given : undefined
}

/** YAML reads `2019` as a number where a word was meant. */
function readText(given: unknown): string | undefined {
  return typeof given === 'string' || typeof given === 'number' ? String(given) : undefined
}

/** What a map itself holds; `constructor` is no setting. */
function own(map: Given, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'off' || value === 'info' || value === 'warning' || value === 'error'
}
