import type { Award } from '@ziping/award'
import { fieldsOf, seriesYears } from './award-fields.ts'
import type { CodeLists } from './code-lists.ts'
import { applicantFacts } from './facts/applicant-facts.ts'
import type { Fact } from './facts/fact.ts'
import { figuresOf, neededFacts } from './needed-facts.ts'
import { notationOf } from './read/field-kinds.ts'
import { typesInConditions } from './record-types.ts'
import { emptyMap, indented, remark, yamlKey } from './skeleton-text.ts'

/** The text of a fresh data/applicant.yaml: the facts this award asks for, and no more. */
export function writeApplicantSkeleton(
  award: Award,
  year: number | undefined,
  codes: CodeLists,
): string {
  const writing: Writing = { award, year, needed: [...neededFacts(award, codes)] }
  const groups = (applicantFacts.members ?? []).flatMap((fact) => writeFact(fact, '', writing))
  return `${[...opening, ...groups].join('\n')}\n`
}

const opening = [
  '# 申报者的基本事实：申报表、封面、书脊、文件名和申报条件都从这里取数，只填一次。',
  '# 还要查的写：待查：谁 何时；确实没有的写：无：理由，或“/”。自用的其他事实放在各组的 other 下。',
]

interface Writing {
  readonly award: Award
  readonly year: number | undefined
  readonly needed: readonly string[]
}

function writeFact(fact: Fact, parent: string, writing: Writing): readonly string[] {
  const path = parent === '' ? fact.key : `${parent}.${fact.key}`
  const wanted = writing.needed.some((one) => one === path || one.startsWith(`${path}.`))
  if (!wanted) return []
  const gap = parent === '' ? [''] : []
  if (path === 'organization.figures') return writeFigures(fact, writing)
  if (fact.kind === 'list') return [...gap, ...writeList(fact, writing)]
  if (fact.kind === 'map') return [...gap, ...writeMap(fact, path, writing)]
  return [`${yamlKey(fact.key)}:  # ${describe(fact, path, writing)}`]
}

function writeMap(fact: Fact, path: string, writing: Writing): readonly string[] {
  const { needed } = writing
  const whole = needed.includes(path) && !needed.some((one) => one.startsWith(`${path}.`))
  const within = whole
    ? {
        ...writing,
        needed: [...needed, ...(fact.members ?? []).map(({ key }) => `${path}.${key}`)],
      }
    : writing
  const members = (fact.members ?? []).flatMap((member) => writeFact(member, path, within))
  return [`# ${fact.label}`, `${yamlKey(fact.key)}:`, ...indented(members)]
}

/** A list starts without items: an example shows how one is written. */
function writeList(fact: Fact, { award }: Writing): readonly string[] {
  const types =
    fact.key === 'honours' || fact.key === 'incidents' ? typesInConditions(award, fact.key) : []
  const example = (fact.members ?? []).map(
    ({ key, label, hint }, index) =>
      `#   ${index === 0 ? '- ' : '  '}${yamlKey(key)}:   ${remark([label, hint])}`,
  )
  return [
    `# ${remark([fact.label, fact.hint ?? '没有的写 []'])}；每项写成：`,
    ...example,
    ...(types.length === 0 ? [] : [`# 申报条件认的类型（type）：${types.join('、')}`]),
    `${yamlKey(fact.key)}:`,
  ]
}

function writeFigures(fact: Fact, { award, year }: Writing): readonly string[] {
  const years = computedYears(award, year)
  const before = years[0] === undefined ? [] : [String(Number(years[0]) - 1)]
  const lines = figuresOf(award).map(({ id, label, unit, opening: opens }) => {
    const keys = opens ? [...before, ...years] : years
    return `${id}: ${emptyMap(keys)}  # ${label}（${unit}）`
  })
  return [`# ${fact.label}：申报表按公式计算各率时用`, `${fact.key}:`, ...indented(lines)]
}

/** The years the computed series are asked for. */
function computedYears(award: Award, year: number | undefined): readonly string[] {
  const field = fieldsOf(award).find(
    ({ type, computed }) => type === 'series' && computed !== undefined,
  )
  return field === undefined ? [] : seriesYears(field, year, () => undefined)
}

function describe({ kind, label, hint, example }: Fact, path: string, { award }: Writing): string {
  const options = fieldsOf(award).find(({ from }) => from === path)?.options ?? []
  const choice = options.map(({ label: option }) => option).join('、')
  return remark([
    label,
    choice === '' ? hint : `选填一项：${choice}`,
    example === undefined ? howToWrite(kind) : `如 ${example}`,
  ])
}

function howToWrite(kind: Fact['kind']): string | undefined {
  switch (kind) {
    case 'free':
    case 'map':
    case 'list':
      return undefined
    case 'texts':
      return '写成 [甲, 乙]，没有的写 []'
    case 'years':
      return '逐年填写'
    default:
      return notationOf(kind)
  }
}
