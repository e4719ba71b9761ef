import { describe, expect, it } from 'vitest'
import { findClause } from './clause.ts'
import { loadAward } from './load-award.ts'
import { readTeamCriteria } from './read-team-criteria.ts'
import { applyTeamCriteria } from './team-criteria.ts'

const ours = `id: gbt19580
title: 卓越绩效评价准则（本单位持有的标准文本）
clauses:
  - id: 4.1.2
    requirements:
      - { id: 1.1.a, label: a, text: 甲项的原文。 }
      - { id: 1.1.b, label: b, text: 乙项的原文。 }
  - id: '1'
    children:
      - id: '1.2'
        requirements:
          - { id: 1.2.a, label: a, text: 丙项的原文。 }
`

describe('a team that owns the standard', () => {
  it('puts its items in the place of the topics', async () => {
    const award = await loadAward('nantong-org-2020')
    const { criteria, findings } = await readTeamCriteria(
      [{ file: 'criteria/a.yaml', text: ours }],
      award,
    )
    expect(findings).toEqual([])
    const { clauses } = applyTeamCriteria(award, criteria)
    const ids = (id: string): readonly string[] =>
      findClause(clauses, id)?.requirements.map((requirement) => requirement.id) ?? []
    expect(ids('1.1')).toEqual(['1.1.a', '1.1.b'])
    expect(ids('1.2')).toEqual(['1.2.a'])
    expect(ids('1.3')).toEqual(['1.3.公共责任', '1.3.道德行为', '1.3.公益支持'])
    expect(findClause(clauses, '1.1')?.requirements[0]).toMatchObject({
      names: [],
      points: 'not-specified',
    })
  })

  it('has the same award as before while its items are the same', async () => {
    const award = await loadAward('nantong-org-2020')
    const applied = async (text: string): Promise<unknown> =>
      applyTeamCriteria(
        award,
        (await readTeamCriteria([{ file: 'criteria/a.yaml', text }], award)).criteria,
      )
    const first = await applied(ours)
    expect(await applied(ours)).toBe(first)
    expect(await applied(ours.replace('甲项', '丁项'))).not.toBe(first)
    expect(applyTeamCriteria(award, new Map())).toBe(award)
  })

  it('learns where its files are wrong', async () => {
    const award = await loadAward('nantong-org-2020')
    const wrong = ours.replace('4.1.2', '4.1.12').replace('丙项的原文。', '')
    const { criteria, findings } = await readTeamCriteria(
      [
        { file: 'criteria/a.yaml', text: ours.replace('4.1.2', '4.1.22') },
        { file: 'criteria/b.yaml', text: wrong },
      ],
      award,
    )
    expect(criteria.has('1.2')).toBe(true)
    expect(findings).toMatchObject([
      {
        rule: 'data-invalid',
        messageId: 'unknown-clause',
        place: { file: 'criteria/a.yaml', line: 4, column: 9 },
        words: { 'zh-CN': { advice: '是不是想写“4.1.2”？' } },
      },
      {
        rule: 'data-invalid',
        messageId: 'wrong-kind',
        place: { file: 'criteria/b.yaml', line: 12 },
      },
    ])
  })
})
