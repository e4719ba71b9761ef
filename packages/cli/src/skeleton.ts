import {
  type Award,
  type Clause,
  clauseHeading,
  isSpecified,
  type LengthLimit,
  type Requirement,
} from '@ziping/award'
import { dimensionsOf } from '@ziping/report'
import type { NewFile } from './new-workspace.ts'

/** One file for each category of the award: every clause a heading, every requirement a note beneath its own. */
export function chapters(award: Award): readonly NewFile[] {
  return award.clauses.map((clause, index) => {
    const number = String(
      clause.scored ? index + (award.clauses[0]?.scored === false ? 0 : 1) : 0,
    ).padStart(2, '0')
    const limit = index === 0 ? limitNote(award, 'report') : ''
    const text = `---\n负责人: \n状态: 起草\n---\n\n${limit}${sectionText(award, clause, 1)}`
    return { path: `report/${number}-${fileName(clause.title)}.md`, text: `${text.trimEnd()}\n` }
  })
}

function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|\s]/g, '').slice(0, 30)
}

function sectionText(award: Award, clause: Clause, level: number): string {
  const heading = `${'#'.repeat(Math.min(level, 6))} ${clauseHeading(clause)}\n\n`
  if (clause.children.length > 0)
    return (
      heading +
      notesOf(award, clause) +
      clause.children.map((child) => sectionText(award, child, level + 1)).join('')
    )
  return heading + notesOf(award, clause) + requirementsText(award, clause, level + 1)
}

function notesOf(award: Award, clause: Clause): string {
  const notes: string[] = []
  const points = isSpecified(clause.points) ? `本条 ${clause.points} 分。` : ''
  const dims = clause.children.length === 0 ? dimensionsOf(award, clause) : []
  const asked =
    dims.length === 0 ? '' : `请写出：${dims.map((dim) => `【${dim.label}】`).join('')}。`
  const choice = clause.choice === undefined ? '' : `下列各项满足 ${clause.choice.min} 项即可。`
  if (points + asked + choice !== '') notes.push(points + asked + choice)
  if (clause.topics.length > 0) notes.push(`应涉及：${clause.topics.join('、')}`)
  for (const { text } of clause.guidance) notes.push(text)
  if (clause.hints.length > 0) notes.push(`可参考：${clause.hints.join('；')}`)
  return notes.map(note).join('')
}

function requirementsText(award: Award, clause: Clause, level: number): string {
  const dims = dimensionsOf(award, clause).map((dim) => `【${dim.label}】\n\n`)
  const { requirements } = clause
  // The first item begins with how it is done, the last ends with what came of it.
  const first = dims.slice(0, -1).join('')
  const last = dims.slice(-1).join('')
  if (requirements.length === 0) return first + last
  return requirements
    .map((requirement, index) => {
      const head = groupHeading(requirements, index, level)
      const below =
        requirement.group !== undefined && requirement.label !== undefined ? level + 1 : level
      const text = requirementText(requirement, below)
      return (
        head + text + (index === 0 ? first : '') + (index === requirements.length - 1 ? last : '')
      )
    })
    .join('')
}

/** The heading of a group of items, above the first of them. */
function groupHeading(requirements: readonly Requirement[], index: number, level: number): string {
  const { group, label } = requirements[index] ?? {}
  const isFirst = group !== requirements[index - 1]?.group
  return group === undefined || label === undefined || !isFirst
    ? ''
    : `${'#'.repeat(level)} ${group}\n\n`
}

function requirementText(requirement: Requirement, level: number): string {
  const { label, name, group, text } = requirement
  const title =
    label !== undefined && label !== '——'
      ? `${label}）`
      : (name ?? group ?? requirement.names[0] ?? requirement.id)
  return `${'#'.repeat(Math.min(level, 6))} ${title}\n\n${note(text)}`
}

/** A note to the writers: never printed, never counted. */
function note(text: string): string {
  return `<!-- ${text.replaceAll('-->', '→').trim()} -->\n\n`
}

export function overviewSkeleton(award: Award): string {
  const topics =
    award.deliverables.find((deliverable) => deliverable.kind === 'overview')?.topics ?? []
  const parts =
    topics.length > 0
      ? topics
      : ['组织的环境', '组织的关系', '竞争环境', '战略挑战和优势', '绩效改进系统']
  return `---\n负责人: \n状态: 起草\n---\n\n# 组织概述\n\n${limitNote(award, 'overview')}${parts.map((topic) => `## ${topic}\n\n`).join('')}`
    .trimEnd()
    .concat('\n')
}

export function caseSkeleton(award: Award): string {
  const title = '# 案例名称\n\n'
  const parts = ['背景与问题', '做法', '结果', '经验与推广']
    .map((part) => `## ${part}\n\n`)
    .join('')
  return `---\n负责人: \n状态: 起草\n---\n\n${title}${limitNote(award, 'case')}${parts}`
    .trimEnd()
    .concat('\n')
}

function limitNote(award: Award, document: string): string {
  const limit = award.limits.find(
    ({ target, measure }: LengthLimit) =>
      measure === 'characters' && 'document' in target && target.document === document,
  )
  return limit?.src.quote === undefined ? '' : note(`篇幅：${limit.src.quote.replace(/\s+/g, '')}`)
}
