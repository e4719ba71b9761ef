import { type Award, isSpecified } from '@ziping/award'
import { type Finding, nearest } from '@ziping/diagnostics'
import type { Applicant } from './applicant.ts'
import { dataFindings } from './findings/data.ts'

type Records = 'honours' | 'incidents'

/** The types of honours or incidents that the award's conditions speak of. */
export function typesInConditions(
  { conditions }: Pick<Award, 'conditions'>,
  records: Records,
): readonly string[] {
  const all = isSpecified(conditions) ? conditions : []
  const expressions = all.flatMap(({ applies, test, anyOf }) => [
    ...(applies === undefined ? [] : [applies]),
    ...(isSpecified(test) ? [test] : []),
    ...anyOf.map((one) => one.test),
  ])
  return [...new Set(expressions.flatMap((expression) => typesIn(expression, records)))]
}

/** `h.type == "鲁班奖"` and `h.type in ["鲁班奖", …]` belong to the list named last before them. */
function typesIn(expression: string, records: Records): readonly string[] {
  const named = expression.matchAll(/\.type\s*(?:==\s*("[^"]*")|in\s*\[([^\]]*)\])/gu)
  return [...named].flatMap((match) => {
    const before = expression.slice(0, match.index).matchAll(/\b(honours|incidents)\b/gu)
    if ([...before].at(-1)?.[1] !== records) return []
    const texts = (match[1] ?? match[2] ?? '').matchAll(/"([^"]*)"/gu)
    return [...texts].flatMap(([, text]) => text ?? [])
  })
}

/** Types that conditions would pass over: an honour nearly spelt as theirs, an unknown incident. */
export function checkRecordTypes(award: Award, applicant: Applicant): readonly Finding[] {
  const honourTypes = typesInConditions(award, 'honours')
  const incidentTypes = typesInConditions(award, 'incidents')
  const honours = applicant.honours.flatMap(({ type }, index) => {
    if (type === undefined || honourTypes.includes(type)) return []
    const near = nearest(type, honourTypes)
    const place = applicant.placeOf(`honours.${index}.type`)
    return near === undefined ? [] : [dataFindings.honourType(place, { type, near })]
  })
  const incidents = applicant.incidents.flatMap(({ type }, index) =>
    type === undefined || incidentTypes.length === 0 || incidentTypes.includes(type)
      ? []
      : [
          dataFindings.incidentType(applicant.placeOf(`incidents.${index}.type`), {
            type,
            known: incidentTypes,
          }),
        ],
  )
  return [...honours, ...incidents]
}
