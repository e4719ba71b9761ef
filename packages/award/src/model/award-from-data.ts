import type { Award } from '../award.ts'
import { type Data, type DataList, type DataMap, isDataMap, listAt, member } from '../read/data.ts'
import type { AwardData } from '../read/read-award.ts'
import { complete } from './complete.ts'
import { allDocuments } from './documents.ts'
import { formFromData } from './form-from-data.ts'
import { awardShape, topicListShape } from './shapes.ts'
import type { SourceResolver } from './sources.ts'

/** Below this many 字 a clause or requirement is not answered, unless the award says otherwise. */
const answered: DataMap = { clause: 80, requirement: 15 }

/** Makes the model of data that the schemas have admitted: here checked data takes its type. */
export function awardFromData(data: AwardData, sources: SourceResolver): Award {
  const { criteria, forms, extends: _parent, ...rest } = data.award
  const whole: DataMap = {
    ...rest,
    ...fromCriteria(criteria),
    docs: allDocuments(data),
    ocr: [data.award, ...partsOf(data)].flatMap((part) => listAt(part, 'ocr')),
  }
  const award = complete(whole, awardShape, sources)
  const made = {
    ...(isDataMap(award) ? award : {}),
    ...(isDataMap(award) ? { clauses: withKinds(listAt(award, 'clauses'), {}) } : {}),
    ...(Array.isArray(forms) ? { forms: formsOf(data, sources) } : {}),
    topicLists: topicListsOf(data, sources),
  }
  return made as unknown as Award
}

function partsOf(data: AwardData): readonly DataMap[] {
  return [...data.criteria, ...data.forms].map((part) => part.data)
}

/** What an award says of its clause tree stands at its top in the model. */
function fromCriteria(criteria: Data | undefined): DataMap {
  const made: Record<string, Data> = { answered: { ...answered, ...mapAt(criteria, 'answered') } }
  for (const key of ['clauses', 'total', 'totalCertainty', 'repeatPer']) {
    const value = member(criteria, key)
    if (value !== undefined) made[key] = value
  }
  return made
}

function mapAt(data: Data | undefined, key: string): DataMap {
  const value = member(data, key)
  return isDataMap(value) ? value : {}
}

/** A clause is of its parent's kind unless it says otherwise; an introduction is not scored. */
function withKinds(clauses: DataList, parent: DataMap): DataList {
  return clauses.map((clause) => {
    if (!isDataMap(clause)) return clause
    const kind = clause['kind'] ?? parent['kind'] ?? 'process'
    const scored = clause['scored'] ?? parent['scored'] ?? kind !== 'profile'
    return {
      ...clause,
      kind,
      scored,
      children: withKinds(listAt(clause, 'children'), { kind, scored }),
    }
  })
}

function formsOf(data: AwardData, sources: SourceResolver): DataList {
  return data.forms.map((form) => formFromData(form.data, sources))
}

function topicListsOf(data: AwardData, sources: SourceResolver): DataList {
  const lists = data.criteria.filter((part) => listAt(part.data, 'topics').length > 0)
  return lists.map(({ id, data: { title = id, topics = [] } }) =>
    complete({ id, title, topics }, topicListShape, sources),
  )
}
