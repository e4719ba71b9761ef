import type { Award, LengthLimit } from '@ziping/award'
import { chapterFileName, writeClauseSkeleton, writeWritersNote } from '@ziping/report'
import type { NewFile } from './new-workspace.ts'

/** One file for each category of the award: every clause a heading, every requirement a note beneath its own. */
export function chapters(award: Award): readonly NewFile[] {
  return award.clauses.map((clause, index) => {
    const limit = index === 0 ? limitNote(award, 'report') : ''
    const text = `---\n负责人: \n状态: 起草\n---\n\n${limit}${writeClauseSkeleton(award, clause, 1)}`
    return { path: `report/${chapterFileName(award, clause)}`, text: `${text.trimEnd()}\n` }
  })
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
  return limit?.src.quote === undefined
    ? ''
    : writeWritersNote(`篇幅：${limit.src.quote.replace(/\s+/g, '')}`)
}
