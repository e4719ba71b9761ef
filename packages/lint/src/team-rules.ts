import {
  defineFinding,
  type Finding,
  type Language,
  type Place,
  wording,
} from '@ziping/diagnostics'
import { allBlocks, blocksIn, plainText, sectionsFor } from '@ziping/report'
import type { Rule } from './define-rule.ts'
import { TeamRuleFault } from './team-fields.ts'
import { defineTeamRule } from './team-rule.ts'

/** What `rules(…)` of a team's file gets besides `defineRule`, so that such a file has nothing to install. */
const tools = { allBlocks, blocksIn, plainText, sectionsFor } as const

type Reason = Readonly<Record<Language, string>>

const wrongFile = defineFinding({
  rule: 'workspace-invalid',
  messageId: 'team-rules-wrong',
  severity: 'error',
  words: wording<{ readonly file: string; readonly reason: Reason }>({
    'zh-CN': ({ file, reason }) => ({
      message: `自定规则文件 ${file} 用不上：${reason['zh-CN']}`,
      advice: '照“export function rules({ defineRule }) { return [defineRule({ … })] }”来写',
    }),
    en: ({ file, reason }) => ({
      message: `The rules in ${file} cannot be used: ${reason.en}`,
      advice: 'Write “export function rules({ defineRule }) { return [defineRule({ … })] }”',
    }),
  }),
})

const failed = defineFinding({
  rule: 'workspace-invalid',
  messageId: 'team-rule-failed',
  severity: 'error',
  words: wording<{ readonly id: string; readonly file: string; readonly reason: Reason }>({
    'zh-CN': ({ id, file, reason }) => ({
      message: `自定规则 ${id} 运行出错：${reason['zh-CN']}`,
      advice: `改正 ${file}；要先放一放，在 ziping.yaml 的 rules 下写 ${id}: off`,
    }),
    en: ({ id, file, reason }) => ({
      message: `The team’s rule ${id} failed: ${reason.en}`,
      advice: `Mend ${file}; to leave the rule out, write “${id}: off” under rules in ziping.yaml`,
    }),
  }),
})

/** Rules of a team's own, and why there are fewer than were written. */
export interface TeamRules {
  readonly rules: readonly Rule[]
  readonly findings: readonly Finding[]
}

/** The rules that a loaded file declares. What is wrong with it, or goes wrong in a check, is a finding where the file is named. */
export function teamRulesOf(
  loaded: Readonly<Record<string, unknown>>,
  { file, place, taken }: TeamFile,
): TeamRules {
  try {
    const rules = declaredIn(loaded)
    const ids = rules.map(({ id }) => id)
    const twice = ids.find((id, index) => taken.has(id) || ids.indexOf(id) < index)
    if (twice !== undefined)
      throw new TeamRuleFault(`已经有叫 ${twice} 的规则`, `there is a rule ${twice} already`)
    return { rules: rules.map((rule) => guarded(rule, file, place)), findings: [] }
  } catch (cause) {
    return { rules: [], findings: [wrongTeamFile(file, place, cause)] }
  }
}

/** A file that ziping.yaml names among its rules. */
export interface TeamFile {
  readonly file: string
  /** Where it is named. */
  readonly place: Place
  /** The ids of all rules before it. */
  readonly taken: ReadonlySet<string>
}

/** Why a file of rules is no use. */
export function wrongTeamFile(file: string, place: Place, cause: unknown): Finding {
  return wrongFile(place, { file, reason: reasonOf(cause) })
}

function declaredIn({ rules: declare }: Readonly<Record<string, unknown>>): readonly Rule[] {
  if (typeof declare !== 'function')
    throw new TeamRuleFault('没有导出函数 rules', 'it exports no function “rules”')
  const made: Rule[] = []
  const defineRule = (given: unknown): Rule => {
    const rule = defineTeamRule(given)
    made.push(rule)
    return rule
  }
  const declared: unknown = Reflect.apply(declare, undefined, [{ ...tools, defineRule }])
  if (!Array.isArray(declared))
    throw new TeamRuleFault('函数 rules 要返回数组', 'its function “rules” has to return an array')
  return declared.map((one: unknown) => made.find((rule) => rule === one) ?? defineTeamRule(one))
}

function guarded(rule: Rule, file: string, place: Place): Rule {
  return {
    ...rule,
    run: (context) => {
      try {
        return rule.run(context)
      } catch (cause) {
        return [failed(place, { id: rule.id, file, reason: reasonOf(cause) })]
      }
    },
  }
}

function reasonOf(cause: unknown): Reason {
  if (cause instanceof TeamRuleFault) return cause.reason
  const text = textOf(cause).split('\n', 1)[0] ?? ''
  return { 'zh-CN': text, en: text }
}

/** Anything may be thrown, even what has no text. */
function textOf(cause: unknown): string {
  try {
    return cause instanceof Error ? String(cause.message) : String(cause)
  } catch {
    return '?'
  }
}
