import type { AwardIndicator } from '../award-indicator.ts'
import type { VariableRecord, VariableType } from '../expression/environment.ts'
import type { Field, Form } from '../form.ts'

/** What conditions, field rules and the like may speak of. */
export function factVariables(forms: readonly Form[]): VariableRecord {
  return {
    organization: 'any',
    person: 'any',
    project: 'any',
    people: 'any',
    honours: 'list',
    incidents: 'list',
    declarations: 'any',
    indicators: 'any',
    form: formVariable(forms),
    date: 'date',
    year: 'number',
  }
}

/** What an indicator's formula may speak of: its inputs. */
export function inputVariables({ inputs }: AwardIndicator): VariableRecord {
  return Object.fromEntries(inputs.map(({ id }) => [id, 'number'] as const))
}

interface Branch {
  [key: string]: VariableType | Branch
}

/** The forms' fields as a record: `t1.staff` is `form.t1.staff`. */
function formVariable(forms: readonly Form[]): VariableType {
  const fields = forms.flatMap((form) => form.fields)
  if (fields.length === 0) return 'any'
  const root: Branch = {}
  for (const field of fields) addField(root, field.id.split('.'), typeOf(field))
  return root
}

function addField(branch: Branch, [key, ...rest]: readonly string[], type: VariableType): void {
  if (key === undefined) return
  const there = branch[key]
  if (rest.length === 0) {
    // a field that is also the beginning of others can't be told from them
    branch[key] = there === undefined ? type : 'any'
  } else if (there === undefined || typeof there === 'object') {
    const inner: Branch = there ?? {}
    branch[key] = inner
    addField(inner, rest, type)
  } else branch[key] = 'any'
}

function typeOf({ type, multiple }: Field): VariableType {
  switch (type) {
    case 'integer':
    case 'decimal':
    case 'money':
    case 'percent':
      return 'number'
    case 'date':
    case 'month':
      return 'date'
    case 'boolean':
      return 'boolean'
    case 'list':
      return 'list'
    case 'text':
    case 'longtext':
      return 'text'
    case 'choice':
      return multiple === true ? 'list' : 'text'
    default:
      return 'any'
  }
}
