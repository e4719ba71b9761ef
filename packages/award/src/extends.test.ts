import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findClause } from './clause.ts'
import { checkAwardFile, loadAward } from './load-award.ts'

const edition2024 = `id: yunting-2024
name: 云汀市市长质量奖
status: official
level: city
issuer: 云汀市质量办
year: 2024
demo: true
docs:
  notice: { title: 2024年通知, number: 云质办〔2024〕1号 }
applicant: { kind: organization, label: 组织, categories: [制造业, 服务业] }
schedule: { opens: 2024-03-01, closes: 2024-04-30, hardClose: true }
criteria:
  total: 100
  clauses:
    - id: '1'
      title: 领导
      points: 60
      children:
        - { id: '1.1', title: 使命, points: 40, src: 使命 }
        - { id: '1.2', title: 责任, points: 20 }
    - { id: '2', title: 结果, kind: result, points: 40 }
limits:
  - { id: overview, target: { document: overview }, measure: characters, max: 3000, src: 限3000字 }
  - { id: report, target: { document: report }, measure: pages, max: 50, src: 限50页 }
deliverables:
  - { id: overview, title: 概述, kind: overview }
  - { id: report, title: 自评报告, kind: report, sign: [法定代表人] }
rules:
  length-exceeded: warning
  text-wall: off
`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ziping-extends-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function write(id: string, text: string): Promise<string> {
  await mkdir(join(folder, id), { recursive: true })
  await writeFile(join(folder, id, 'award.yaml'), text)
  return join(folder, id, 'award.yaml')
}

describe('the next edition of an award', () => {
  const edition2025 = `id: yunting-2025
extends: yunting-2024
name: 云汀市市长质量奖
issuer: null
year: 2025
docs:
  notice: { title: 2025年通知 }
applicant: { kind: organization, label: 组织, categories: [制造业] }
schedule: { opens: 2025-03-01, closes: 2025-05-15 }
criteria:
  patch:
    - { id: '1.1', points: 30, titles: [使命与愿景] }
    - { id: '1.2', points: 30, src: 责任 }
limits:
  - { id: report, $remove: true }
  - { id: overview, max: 2000 }
  - { id: pictures, target: { each: picture }, measure: bytes, max: 100, src: 图片 }
deliverables:
  - { id: case, title: 案例, kind: case }
rules:
  text-wall: { $remove: true }
`

  it('keeps what it does not change, merges maps by key and lists by id', async () => {
    await write('yunting-2024', edition2024)
    await write('yunting-2025', edition2025)
    const award = await loadAward('yunting-2025', { awardsDir: folder })
    expect(award).toMatchObject({
      id: 'yunting-2025',
      status: 'official',
      level: 'city',
      issuer: 'not-specified',
      year: 2025,
      applicant: { categories: ['制造业'] },
      schedule: { opens: '2025-03-01', closes: '2025-05-15', hardClose: true },
      rules: { 'length-exceeded': { severity: 'warning' } },
    })
    expect(award.rules).not.toHaveProperty('text-wall')
    expect(award.limits.map(({ id, max }) => [id, max])).toEqual([
      ['overview', 2000],
      ['pictures', 100],
    ])
    expect(award.deliverables.map(({ id }) => id)).toEqual(['overview', 'report', 'case'])
    expect(award.deliverables[1]?.sign).toEqual(['法定代表人'])
  })

  it('patches clauses wherever they stand', async () => {
    const award = await loadAward('yunting-2025', { awardsDir: folder })
    expect(findClause(award.clauses, '1.1')).toMatchObject({
      title: '使命',
      titles: ['使命与愿景'],
      points: 30,
      kind: 'process',
      scored: true,
    })
    expect(findClause(award.clauses, '2')).toMatchObject({ kind: 'result', points: 40 })
  })

  it('quotes each notice for what was taken from it', async () => {
    const award = await loadAward('yunting-2025', { awardsDir: folder })
    expect(findClause(award.clauses, '1.1')?.src?.doc).toBe('2024年通知（云质办〔2024〕1号）')
    expect(findClause(award.clauses, '1.2')?.src?.doc).toBe('2025年通知')
    expect(Object.values(award.docs).map(({ title }) => title)).toEqual([
      '2025年通知',
      '2024年通知',
    ])
  })

  it('is no demonstration because its model was one', async () => {
    const award = await loadAward('yunting-2025', { awardsDir: folder })
    expect(award.demo).toBe(false)
  })

  it('points into the file that is wrong', async () => {
    const path = await write(
      'yunting-2026',
      edition2025.replace('2025\nextends', '2026\nextends').replace('max: 2000', 'max: 两千'),
    )
    const [finding, ...more] = await checkAwardFile(path)
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      messageId: 'wrong-kind',
      place: { file: path, line: 16, column: 26 },
    })
    const broken = await write(
      'yunting-2023',
      edition2024.replace('2024', '2023').replace('pages', 'page'),
    )
    const child = await write(
      'yunting-2022',
      'id: yunting-2022\nextends: yunting-2023\nname: 云汀\n',
    )
    expect(await checkAwardFile(child)).toMatchObject([
      { messageId: 'unknown-value', place: { file: broken, line: 24, column: 58 } },
    ])
  })
})

describe('what can not be extended', () => {
  it('names the award that may be meant', async () => {
    const path = await write('lost', 'id: lost\nextends: yunting-2042\nname: 云汀\n')
    expect(await checkAwardFile(path)).toMatchObject([
      {
        messageId: 'parent-missing',
        place: { line: 2, column: 10 },
        words: {
          'zh-CN': {
            message: '找不到所继承的奖项方案“yunting-2042”',
            advice: expect.stringContaining('是不是想写“yunting-202'),
          },
        },
      },
    ])
  })

  it('shows the way round of a circle', async () => {
    await write('a', 'id: a\nextends: b\nname: 甲\n')
    await write('b', 'id: b\nextends: c\nname: 乙\n')
    const path = await write('c', 'id: c\nextends: a\nname: 丙\n')
    expect(await checkAwardFile(path)).toMatchObject([
      {
        messageId: 'extends-itself',
        words: { en: { message: 'The award extends itself: c → a → b → c' } },
      },
    ])
    await expect(loadAward('a', { awardsDir: folder })).rejects.toMatchObject({
      code: 'award/invalid',
    })
  })

  it('says what there is not to remove', async () => {
    const text = `id: cut
extends: yunting-2024
name: 云汀
limits: [{ id: reports, $remove: true }]
rules: { text-walls: { $remove: true } }
`
    expect(await checkAwardFile(await write('cut', text))).toMatchObject([
      {
        messageId: 'nothing-to-remove',
        place: { line: 4, column: 10 },
        words: { en: { advice: 'Did you mean “report”?' } },
      },
      {
        messageId: 'nothing-to-remove',
        place: { line: 5, column: 10 },
        words: { en: { advice: 'Did you mean “text-wall”?' } },
      },
    ])
  })

  it('an empty list empties, null leaves open', async () => {
    await write('bare', 'id: bare\nextends: yunting-2024\nname: 云汀\nlimits: []\nschedule: null\n')
    const award = await loadAward('bare', { awardsDir: folder })
    expect(award.limits).toEqual([])
    expect(award.schedule).toBe('not-specified')
  })
})
