import { Decimal, type SizeClasses, sizeIndustry } from '@ziping/award'
import type { Place } from '@ziping/diagnostics'
import type { Applicant } from '../applicant.ts'
import { industryCode } from '../size-class.ts'

/** How the size of an enterprise was worked out: by which table, from which row and figures. */
export interface ExplainedSize {
  readonly title: string
  readonly number: string
  readonly code: { readonly text: string; readonly place?: Place } | undefined
  /** The row of the table the code falls under. */
  readonly industry: string | undefined
  readonly measures: readonly {
    readonly title: string
    readonly unit: string
    readonly path: string
    readonly value: string | undefined
    readonly place?: Place
  }[]
  /** The least of each measure, from the largest class down. */
  readonly classes: readonly { readonly title: string; readonly least: readonly string[] }[]
}

/** What an enterprise's size class follows from. */
export function explainSize(sizes: SizeClasses, applicant: Applicant): ExplainedSize {
  const code = industryCode(applicant.fact('organization.industry'))
  const industry = code === undefined ? undefined : sizeIndustry(sizes, code)
  const asked = new Set(
    [...(industry?.limits.values() ?? [])].flatMap((limits) => [...limits.keys()]),
  )
  const measures = sizes.measures.filter(({ id }) => industry === undefined || asked.has(id))
  const placed = (path: string): { readonly place?: Place } => {
    const place = applicant.placeOf(path)
    return place === undefined ? {} : { place }
  }
  return {
    title: sizes.title,
    number: sizes.number,
    code: code === undefined ? undefined : { text: code, ...placed('organization.industry') },
    industry: industry?.title,
    measures: measures.map(({ title, unit, from }) => {
      const value = applicant.fact(from)
      const text = Decimal.isDecimal(value) ? value.toFixed() : undefined
      return { title, unit, path: from, value: text, ...placed(from) }
    }),
    classes: sizes.classes.flatMap(({ id, title }) => {
      const limits = industry?.limits.get(id)
      if (limits === undefined) return []
      const least = measures.flatMap((measure) => {
        const bound = limits.get(measure.id)
        return bound === undefined ? [] : [`${measure.title}≥${bound}${measure.unit}`]
      })
      return [{ title, least }]
    }),
  }
}
