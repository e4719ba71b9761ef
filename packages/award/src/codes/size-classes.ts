/** What the size of an enterprise is measured by: 从业人员, 营业收入, 资产总额. */
export interface SizeMeasure {
  readonly id: string
  readonly title: string
  readonly unit: string
  /** Path into the applicant's facts. */
  readonly from: string
}

/** An industry's lower bounds for each class but the last, by measure. */
export interface SizeIndustry {
  readonly id: string
  readonly title: string
  /** Beginnings of industry codes, without the section's letter. */
  readonly codes: readonly string[]
  readonly limits: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** The rules by which enterprises are large, medium, small or micro. */
export interface SizeClasses {
  readonly id: string
  readonly title: string
  readonly number: string
  /** From the largest to the smallest. */
  readonly classes: readonly { readonly id: string; readonly title: string }[]
  readonly measures: readonly SizeMeasure[]
  readonly industries: readonly SizeIndustry[]
}

/** The size of an enterprise, or why it has none. */
export type EnterpriseSize =
  | { readonly kind: 'size'; readonly class: string; readonly title: string }
  | { readonly kind: 'undecided'; readonly missing: readonly string[] }
  | { readonly kind: 'not-covered' }

/** The industry of the rules with the longest beginning of a code such as `C3670`. */
export function sizeIndustry(rules: SizeClasses, code: string): SizeIndustry | undefined {
  const digits = code.replace(/^[A-Z]/u, '')
  const lengthIn = ({ codes }: SizeIndustry): number =>
    Math.max(0, ...codes.map((known) => (digits.startsWith(known) ? known.length : 0)))
  const [best] = rules.industries.toSorted((a, b) => lengthIn(b) - lengthIn(a))
  return best !== undefined && lengthIn(best) > 0 ? best : undefined
}

/**
 * From the largest class down the first whose bounds are all reached; the last if none is. A missing
 * figure decides nothing.
 */
export function enterpriseSize(
  rules: SizeClasses,
  code: string,
  figures: ReadonlyMap<string, number>,
): EnterpriseSize {
  const industry = sizeIndustry(rules, code)
  if (industry === undefined) return { kind: 'not-covered' }
  const asked = new Set([...industry.limits.values()].flatMap((limits) => [...limits.keys()]))
  const missing = [...asked].filter((measure) => !figures.has(measure))
  if (missing.length > 0) return { kind: 'undecided', missing: missing.map(pathOf(rules)) }
  const found = rules.classes.find(({ id }) => {
    const limits = industry.limits.get(id)
    return limits && [...limits].every(([measure, least]) => (figures.get(measure) ?? 0) >= least)
  })
  const size = found ?? rules.classes.at(-1)
  return size === undefined
    ? { kind: 'not-covered' }
    : { kind: 'size', class: size.id, title: size.title }
}

function pathOf({ measures }: SizeClasses): (measure: string) => string {
  return (measure) => measures.find(({ id }) => id === measure)?.from ?? measure
}
