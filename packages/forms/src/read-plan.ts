import { type Award, allClauses, isDay } from '@ziping/award'
import {
  defineFinding,
  type Finding,
  type FindingMaker,
  nearest,
  type Place,
  wording,
} from '@ziping/diagnostics'
import { type DataFile, type DataPath, normalizeTitle } from '@ziping/report'
import { asMap, asText } from './plain-data.ts'

/** Who writes something, until when. */
export interface PlannedWork {
  /** The clause's number, or the document's name. */
  readonly id: string
  readonly owner?: string
  readonly due?: string
  readonly status?: string
  readonly note?: string
  readonly place: Place
}

/** A day of the team's own: 初审, 推荐, 送达. */
export interface PlannedDay {
  readonly name: string
  readonly day: string
  readonly place: Place
}

/** data/plan.yaml: who writes which clause until when, and the days before the deadline. */
export interface Plan {
  readonly clauses: readonly PlannedWork[]
  readonly documents: readonly PlannedWork[]
  /** In the order of the calendar. */
  readonly dates: readonly PlannedDay[]
  readonly findings: readonly Finding[]
}

/** Reads the plan; what is malformed is left out, what names nothing of the award is told. */
export function readPlan(file: DataFile | undefined, { clauses }: Pick<Award, 'clauses'>): Plan {
  if (file === undefined) return { clauses: [], documents: [], dates: [], findings: [] }
  const root = asMap(file.value)
  const work = workIn(file, 'clauses', root['clauses'])
  const documents = workIn(file, 'documents', root['documents'])
  const days = Object.entries(asMap(root['dates'])).flatMap(
    ([name, raw]): readonly PlannedDay[] => {
      const day = asText(raw)
      return day === undefined ? [] : [{ name, day, place: file.placeOf(['dates', name]) }]
    },
  )
  const named = [...allClauses(clauses)].flatMap(({ id, number, standard, aliases }) =>
    [id, number, standard, ...aliases].flatMap((one) => one ?? []),
  )
  const titles = new Set([...allClauses(clauses)].map(({ title }) => normalizeTitle(title)))
  const strays = work.filter(({ id }) => !named.includes(id) && !titles.has(normalizeTitle(id)))
  return {
    clauses: work,
    documents,
    dates: days.filter(({ day }) => isDay(day)).toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    findings: strays.map(({ id, place }) => {
      const near = nearest(id, named)
      return unknownClause(place, { id, near })
    }),
  }
}

function workIn(file: DataFile, part: string, raw: unknown): readonly PlannedWork[] {
  return Object.entries(asMap(raw)).map(([id, entry]) => {
    const map = asMap(entry)
    const path: DataPath = [part, id]
    const texts = (['owner', 'due', 'status', 'note'] as const).flatMap((key) => {
      const text = asText(map[key])
      return text === undefined ? [] : [[key, text] as const]
    })
    return { id, ...Object.fromEntries(texts), place: file.placeOf(path, 'key') }
  })
}

const unknownClause: FindingMaker<{ readonly id: string; readonly near: string | undefined }> =
  defineFinding({
    rule: 'data-invalid',
    messageId: 'plan-clause',
    severity: 'warning',
    words: wording<{ readonly id: string; readonly near: string | undefined }>({
      'zh-CN': ({ id, near }) => ({
        message: `编写计划里的“${id}”不是这个奖项的条款`,
        advice: near === undefined ? '条款号见 ziping coverage' : `是不是 "${near}"？`,
      }),
      en: ({ id, near }) => ({
        message: `“${id}” in the plan is no clause of this award`,
        advice:
          near === undefined ? 'See ziping coverage for the clauses' : `Did you mean "${near}"?`,
      }),
    }),
  })
