import { describe, expect, it } from 'vitest'
import { DataFile } from './data-file.ts'

describe('a data file', () => {
  it('takes open and absent values as people write them', () => {
    const file = new DataFile(
      'data/form.yaml',
      'fax: 待查: 财务部 7月20日\nmore: { a: 无: 没有出口, b: 1 }\nnote: 见待查表\n',
    )
    expect(file.findings).toEqual([])
    expect(file.value).toMatchObject({
      fax: '待查： 财务部 7月20日',
      more: { a: '无： 没有出口', b: 1 },
      note: '见待查表',
    })
  })

  it('knows where keys and values stand, and numbers as typed', () => {
    const file = new DataFile(
      'data/indicators.yaml',
      'revenue:\n  values: { 2017: 12.50, 2018: 13 }\n',
    )
    expect(file.placeOf(['revenue', 'values', '2018'])).toMatchObject({
      line: 2,
      column: 32,
      endColumn: 34,
    })
    expect(file.placeOf(['revenue', 'values'], 'key')).toMatchObject({ line: 2, column: 3 })
    expect(file.placeOf(['revenue', 'unit'])).toMatchObject({ line: 2, column: 3 })
    expect(file.textOf(['revenue', 'values', '2017'])).toBe('12.50')
  })

  it('keeps comments with what they stand above', () => {
    const file = new DataFile('x.yaml', '# 一\n# 二\na: 1\n\n  # 三\nb: 2\n')
    expect(file.comments.map(({ text, next }) => [text, next])).toEqual([
      ['# 一', 3],
      ['# 二', 3],
      ['# 三', 6],
    ])
  })

  it('says in plain words what is wrong, and gives no half-read data', () => {
    const file = new DataFile('data/plan.yaml', 'clauses:\n\t1.1: x\n')
    expect(file.value).toBeUndefined()
    expect(file.findings[0]).toMatchObject({
      rule: 'data-invalid',
      severity: 'error',
      place: { file: 'data/plan.yaml', line: 2 },
    })
    expect(file.findings[0]?.words['zh-CN'].message).toMatch(/[\u4e00-\u9fff]/)
  })
})
