import { expect, it } from 'vitest'
import { loadAward } from './load-award.ts'
import { listNotSpecified } from './not-specified.ts'

async function ids(award: string): Promise<readonly string[]> {
  return listNotSpecified(await loadAward(award)).map(({ id }) => id)
}

it('Jiangsu leaves open all that its guide does not say', async () => {
  const open = ['year', 'schedule', 'total', 'forms', 'page', 'conditions', 'limits', 'volumes']
  expect(await ids('jiangsu-person')).toEqual(
    expect.arrayContaining([...open, 'media', 'clauses.points', 'standards.GB/T 19580.edition']),
  )
})

it('Jiaxing says how many copies, but neither paper nor page numbers', async () => {
  const open = await ids('jiaxing-org-2020')
  expect(open).toEqual(
    expect.arrayContaining([
      'schedule.closes',
      'volumes.main.paper',
      'volumes.main.numbering',
      'page',
    ]),
  )
  expect(open).not.toContain('volumes.main.copies')
  expect(open).not.toContain('clauses.points')
})

it('every entry has a name in both languages', async () => {
  const items = listNotSpecified(await loadAward('jiaxing-org-2020'))
  const paper = items.find(({ id }) => id === 'volumes.main.paper')
  expect(paper?.name).toEqual({
    'zh-CN': '概述、自我评价报告、申报表：纸张',
    en: '概述、自我评价报告、申报表: paper',
  })
})
