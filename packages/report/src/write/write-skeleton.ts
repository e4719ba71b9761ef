import {
  type Award,
  type Clause,
  clauseHeading,
  isSpecified,
  type Requirement,
} from '@ziping/award'
import { dimensionsOf } from '../dimensions.ts'

/** A clause still to be written, with those below it: headings to answer under, and what the award asks as notes. */
export function writeClauseSkeleton(award: Award, clause: Clause, level: number): string {
  const heading = `${marks(level)} ${clauseHeading(clause)}\n\n`
  const below =
    clause.children.length > 0
      ? clause.children.map((child) => writeClauseSkeleton(award, child, level + 1)).join('')
      : answersTo(award, clause, level + 1)
  return heading + notesOf(award, clause) + below
}

/** A heading that answers a requirement, and its text as a note beneath. */
export function writeRequirementSkeleton(requirement: Requirement, level: number): string {
  const { label, name, group, text } = requirement
  // The same “——” before every item is none that an answer could start with.
  const title =
    label !== undefined && label !== '——'
      ? `${label}）`
      : (name ?? group ?? requirement.names[0] ?? requirement.id)
  return `${marks(level)} ${title}\n\n${writeWritersNote(text)}`
}

/** Lead-ins to write behind. */
export function writeLeadIns(dimensions: readonly { readonly label: string }[]): string {
  return dimensions.map(({ label }) => `【${label}】\n\n`).join('')
}

/** A note to the writers: never printed, never counted. */
export function writeWritersNote(text: string): string {
  return `<!-- ${text.replaceAll('-->', '→').trim()} -->\n\n`
}

/** The file a clause of the first level is written in, as a new report has it. */
export function chapterFileName(award: Award, chapter: Clause): string {
  const introductions = award.clauses[0]?.scored === false ? 0 : 1
  const number = chapter.scored ? award.clauses.indexOf(chapter) + introductions : 0
  const title = chapter.title.replace(/[\\/:*?"<>|\s]/g, '').slice(0, 30)
  return `${String(number).padStart(2, '0')}-${title}.md`
}

function notesOf(award: Award, clause: Clause): string {
  const points = isSpecified(clause.points) ? `本条 ${clause.points} 分。` : ''
  const dims = clause.children.length === 0 ? dimensionsOf(award, clause) : []
  const asked =
    dims.length === 0 ? '' : `请写出：${dims.map((dim) => `【${dim.label}】`).join('')}。`
  const choice = clause.choice === undefined ? '' : `下列各项满足 ${clause.choice.min} 项即可。`
  const first = points + asked + choice
  const notes = [
    ...(first === '' ? [] : [first]),
    ...(clause.topics.length === 0 ? [] : [`应涉及：${clause.topics.join('、')}`]),
    ...clause.guidance.map(({ text }) => text),
    ...(clause.hints.length === 0 ? [] : [`可参考：${clause.hints.join('；')}`]),
  ]
  return notes.map(writeWritersNote).join('')
}

/** The first item begins with how it is done, the last ends with what came of it. */
function answersTo(award: Award, clause: Clause, level: number): string {
  const dims = dimensionsOf(award, clause)
  const first = writeLeadIns(dims.slice(0, -1))
  const last = writeLeadIns(dims.slice(-1))
  const { requirements } = clause
  if (requirements.length === 0) return first + last
  return requirements
    .map((requirement, index) => {
      const isInGroup = requirement.group !== undefined && requirement.label !== undefined
      const text = writeRequirementSkeleton(requirement, isInGroup ? level + 1 : level)
      const head = groupHeading(requirements, index, level)
      const isLast = index === requirements.length - 1
      return head + text + (index === 0 ? first : '') + (isLast ? last : '')
    })
    .join('')
}

/** The heading of a group of items, above the first of them. */
function groupHeading(requirements: readonly Requirement[], index: number, level: number): string {
  const { group, label } = requirements[index] ?? {}
  const isFirst = group !== requirements[index - 1]?.group
  return group === undefined || label === undefined || !isFirst
    ? ''
    : `${marks(level)} ${group}\n\n`
}

/** Markdown knows six levels of headings. */
function marks(level: number): string {
  return '#'.repeat(Math.min(level, 6))
}
