import { Decimal, type Facts } from '@ziping/award'
import type { Indicators, YearValue } from '@ziping/report'
import type { Applicant } from './applicant.ts'
import type { FormContent, FormValue, FormValues } from './form-value.ts'

/** The day and year that expressions count from. */
export interface Reference {
  readonly year: number | undefined
  /** The reference date, `2020-08-21`. */
  readonly date: string | undefined
}

/** All that conditions, rules and computed fields may speak of. */
export function factsOf(
  applicant: Applicant,
  indicators: Indicators,
  values: FormValues,
  { year, date }: Reference,
): Facts {
  return {
    ...applicant.facts,
    indicators: indicatorFacts(indicators),
    form: formFacts(values),
    ...(year === undefined ? {} : { year }),
    ...(date === undefined ? {} : { date }),
  }
}

/** Asked for before each computed field, while only the form's own values change. */
const known = new WeakMap<Indicators, Facts>()

/** `indicators.profit.values["2019"]` */
function indicatorFacts(indicators: Indicators): Facts {
  const facts = known.get(indicators) ?? readIndicatorFacts(indicators)
  known.set(indicators, facts)
  return facts
}

function readIndicatorFacts({ all }: Indicators): Facts {
  return Object.fromEntries(
    all.map(({ id, name, unit, values, target }) => [
      id,
      {
        name,
        ...(unit === undefined ? {} : { unit }),
        values: byYear(values),
        target: byYear(target),
      },
    ]),
  )
}

function byYear(values: readonly YearValue[]): Facts {
  return Object.fromEntries(
    values.map(({ year, text }) => [String(year), new Decimal(text.replaceAll(',', ''))]),
  )
}

/** `form.t1.headcount`: the fields' ids are paths. */
function formFacts(values: FormValues): Facts {
  const root: Record<string, unknown> = {}
  for (const [id, value] of values) {
    const fact = factOf(value)
    if (fact !== undefined) root[id] = fact
  }
  return nested(root)
}

function nested(flat: Facts): Facts {
  const groups = new Map<string, Record<string, unknown>>()
  const facts: Record<string, unknown> = {}
  for (const [id, fact] of Object.entries(flat)) {
    const [head = id, ...rest] = id.split('.')
    if (rest.length === 0) facts[head] = fact
    else {
      const group = groups.get(head) ?? {}
      group[rest.join('.')] = fact
      groups.set(head, group)
    }
  }
  for (const [head, group] of groups) facts[head] ??= nested(group)
  return facts
}

/** A value as an expression sees it; what is open, missing or none is absent. */
function factOf(value: FormValue): unknown {
  return 'content' in value ? factOfContent(value.content) : undefined
}

function factOfContent(content: FormContent): unknown {
  switch (content.kind) {
    case 'text':
      return content.text
    case 'number':
      return content.number
    case 'boolean':
      return content.value
    case 'date':
      return content.date
    case 'industry':
      return content.code
    case 'choice':
      return content.several ? content.ids : content.ids[0]
    case 'image':
      return content.file
    case 'list':
      return content.rows.map(({ cells }) => cellFacts(cells))
    case 'series':
    case 'counts':
      return cellFacts(content.cells)
    case 'period':
    case 'certificate':
      return { ...content }
    default:
      return content satisfies never
  }
}

function cellFacts(cells: ReadonlyMap<string, FormValue>): Facts {
  return Object.fromEntries(
    [...cells].flatMap(([key, cell]) => {
      const fact = factOf(cell)
      return fact === undefined ? [] : [[key, fact]]
    }),
  )
}
