import { defineFinding, type Finding, nearest, wording } from '@ziping/diagnostics'
import type { DataFile } from '@ziping/report'
import type { Rule } from './define-rule.ts'
import { laterRule } from './later/index.ts'
import type { OptionValue } from './rule-context.ts'
import { readOption, readSetting } from './settings.ts'
import { isTeamRule } from './team-rule.ts'

const unknownRule = defineFinding({
  rule: 'workspace-invalid',
  messageId: 'unknown-rule',
  severity: 'error',
  words: wording<{ readonly id: string; readonly near: string | undefined }>({
    'zh-CN': ({ id, near }) => ({
      message: `没有叫“${id}”的规则，这一项不起作用`,
      advice: near === undefined ? '用 ziping rules 查看全部规则' : `是不是“${near}”？`,
    }),
    en: ({ id, near }) => ({
      message: `There is no rule “${id}”; this setting does nothing`,
      advice: near === undefined ? 'See ziping rules for all rules' : `Did you mean “${near}”?`,
    }),
  }),
})

const unsettable = defineFinding({
  rule: 'workspace-invalid',
  messageId: 'unsettable-rule',
  severity: 'error',
  words: wording<{ readonly id: string; readonly waivable: boolean }>({
    'zh-CN': ({ id, waivable }) => ({
      message: `${id} 的轻重不能在 rules 里设，这一项不起作用`,
      advice: waivable
        ? '删去这一项；看过、可以放行的，写进 waivers 并说明理由'
        : `删去这一项；这类问题也不能忽略，见 ziping explain ${id}`,
    }),
    en: ({ id, waivable }) => ({
      message: `How severe ${id} is cannot be set under rules; this setting does nothing`,
      advice: waivable
        ? 'Delete it; what may stay as it is goes under waivers, with a reason'
        : `Delete it; this cannot be waived either, see ziping explain ${id}`,
    }),
  }),
})

interface WrongOption {
  readonly id: string
  readonly name: string
  readonly known: readonly string[]
  readonly near: string | undefined
}

const unknownOption = defineFinding({
  rule: 'workspace-invalid',
  messageId: 'unknown-option',
  severity: 'error',
  words: wording<WrongOption>({
    'zh-CN': ({ id, name, known, near }) => ({
      message: `规则 ${id} 没有“${name}”这个参数`,
      advice:
        near !== undefined
          ? `是不是“${near}”？`
          : known.length === 0
            ? '这条规则没有参数，删去 options'
            : `可用的参数：${known.join('、')}`,
    }),
    en: ({ id, name, known, near }) => ({
      message: `Rule ${id} has no option “${name}”`,
      advice:
        near !== undefined
          ? `Did you mean “${near}”?`
          : known.length === 0
            ? 'The rule has none; delete “options”'
            : `Its options: ${known.join(', ')}`,
    }),
  }),
})

const wrongValue = defineFinding({
  rule: 'workspace-invalid',
  messageId: 'wrong-option',
  severity: 'error',
  words: wording<{ readonly id: string; readonly name: string; readonly usual: OptionValue }>({
    'zh-CN': ({ id, name, usual }) => ({
      message: `规则 ${id} 的参数 ${name} 要写成${kindOf(usual)['zh-CN']}`,
      advice: `例如 ${name}: ${shown(usual)}`,
    }),
    en: ({ id, name, usual }) => ({
      message: `The option ${name} of rule ${id} has to be ${kindOf(usual).en}`,
      advice: `e.g. ${name}: ${shown(usual)}`,
    }),
  }),
})

/** What `rules:` in ziping.yaml says of rules and options that there are not; a setting that does nothing is told. */
export function settingFindings(
  file: DataFile,
  rules: readonly Rule[],
  /** The team's own rules were not run, so that nobody knows which there are. */
  { teamRulesUnknown = false }: { readonly teamRulesUnknown?: boolean } = {},
): readonly Finding[] {
  const ids = rules.map(({ id }) => id)
  return Object.entries(ruleSettings(file)).flatMap(([id, given]) => {
    const rule = rules.find((candidate) => candidate.id === id)
    if (rule !== undefined) return optionFindings(file, rule, readSetting(given).options)
    if (teamRulesUnknown && isTeamRule(id)) return []
    const later = laterRule(id)
    if (later !== undefined) {
      const waivable = later.waivable !== 'never'
      return [unsettable(file.placeOf(['rules', id], 'key'), { id, waivable })]
    }
    return [unknownRule(file.placeOf(['rules', id], 'key'), { id, near: nearest(id, ids) })]
  })
}

/** What ziping.yaml says about rules. */
export function ruleSettings({ value }: DataFile): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || !('rules' in value)) return {}
  const { rules } = value
  return typeof rules === 'object' && rules !== null && !Array.isArray(rules) ? { ...rules } : {}
}

function optionFindings(
  file: DataFile,
  { id, options = {} }: Rule,
  given: Readonly<Record<string, unknown>>,
): readonly Finding[] {
  const known = Object.keys(options)
  return Object.entries(given).flatMap(([name, value]) => {
    const path = ['rules', id, 'options', name]
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (option === undefined) {
      const near = nearest(name, known)
      return [unknownOption(file.placeOf(path, 'key'), { id, name, known, near })]
    }
    return readOption(option.usual, value) === undefined
      ? [wrongValue(file.placeOf(path), { id, name, usual: option.usual })]
      : []
  })
}

function kindOf(usual: OptionValue): { readonly 'zh-CN': string; readonly en: string } {
  if (typeof usual === 'number') return { 'zh-CN': '数字', en: 'a number' }
  if (typeof usual === 'boolean') return { 'zh-CN': ' true 或 false', en: 'true or false' }
  if (typeof usual === 'string') return { 'zh-CN': '一段文字', en: 'a text' }
  return { 'zh-CN': '列表', en: 'a list' }
}

function shown(usual: OptionValue): string {
  return typeof usual === 'object' ? `[${usual.join(', ')}]` : JSON.stringify(usual)
}
