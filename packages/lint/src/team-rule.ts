import { defineRule, type Rule } from './define-rule.ts'
import {
  bilingual,
  fieldsOf,
  isFindingOf,
  messagesOf,
  optionsOf,
  severityOf,
  TeamRuleFault,
} from './team-fields.ts'

/** A team's own rules have names of their own, which no later version of the program can take. */
export function isTeamRule(id: string): boolean {
  return /^team(?:-[a-z]+)+$/.test(id)
}

/**
 * Declares a team's own rule. It stands in a file nobody has type-checked, so everything is looked at; one language is
 * enough, and reason, options and examples may be left out.
 */
export function defineTeamRule(given: unknown): Rule {
  const fields = fieldsOf(given, 'defineRule(…)')
  const id = idOf(fields['id'])
  const title = bilingual(fields['title'], `${id}: title`)
  const { check, why = title } = fields
  if (typeof check !== 'function')
    throw new TeamRuleFault(`${id}: check 要是函数`, `${id}: check has to be a function`)
  return defineRule({
    id,
    severity: severityOf(fields['severity'], `${id}: severity`),
    title,
    why: bilingual(why, `${id}: why`),
    source: [],
    options: optionsOf(fields['options'], `${id}: options`),
    messages: messagesOf(fields['messages'], `${id}: messages`),
    examples: [],
    *check(context, finding) {
      for (const one of listOf(Reflect.apply(check, fields, [context, finding]), id)) {
        if (isFindingOf(id, one)) yield one
        else
          throw new TeamRuleFault(
            'check 交出的不是 finding.名称(位置, 值) 的结果，或者位置不全',
            'check has to yield what finding.NAME(place, values) returns, with a whole place',
          )
      }
    },
  })
}

function idOf(given: unknown): string {
  if (typeof given === 'string' && isTeamRule(given)) return given
  throw new TeamRuleFault(
    `id“${String(given)}”要以 team- 开头，只用小写字母和连字符，例如 team-product-names`,
    `The id “${String(given)}” has to begin with team-, in lower-case letters and hyphens, e.g. team-product-names`,
  )
}

function listOf(given: unknown, id: string): readonly unknown[] {
  if (given === undefined) return []
  if (isIterable(given)) return [...given]
  throw new TeamRuleFault(
    `${id} 的 check 要写成 *check(context, finding)，不能是 async`,
    `The check of ${id} has to be *check(context, finding), not async`,
  )
}

function isIterable(given: unknown): given is Iterable<unknown> {
  return typeof given === 'object' && given !== null && Symbol.iterator in given
}
