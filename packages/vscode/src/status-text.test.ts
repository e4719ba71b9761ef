import type { Status } from '@ziping/language-server'
import { expect, it } from 'vitest'
import { statusText } from './status-text.ts'
import { languageFor } from './words.ts'

const status: Status = {
  award: '南通市市长质量奖',
  clauses: [20, 23],
  requirements: [51, 57],
  errors: 1,
  warnings: 2,
  clause: { id: '1.1', title: '1.1 高层领导的作用', count: 812, limit: 1000 },
  document: { title: '自评报告', count: 9120, limit: 10000 },
}

it('tells the clause at the cursor and the coverage', () => {
  const { text, tooltip, isOver } = statusText(status, 'zh-CN')
  expect(text).toBe('$(book) 1.1 812/1000 字 · 条款 20/23')
  expect(tooltip.split('\n')).toEqual([
    '南通市市长质量奖',
    '1.1 高层领导的作用：812/1000 字，还可写 188 字',
    '自评报告：9120/10000 字，还可写 880 字',
    '已作答：条款 20/23，要求 51/57',
    '问题：错误 1，警告 2',
  ])
  expect(isOver).toBe(false)
})

it('tells the document where there is no clause, and says when it is too long', () => {
  const { clause: _, ...elsewhere } = status
  const long = { ...elsewhere, document: { title: '组织概述', count: 3050, limit: 3000 } }
  const { text, tooltip, isOver } = statusText(long, 'zh-CN')
  expect(text).toBe('$(book) 组织概述 3050/3000 字 · 条款 20/23')
  expect(tooltip).toContain('超出 50 字')
  expect(isOver).toBe(true)
})

it('speaks English where asked to', () => {
  const { text, tooltip } = statusText(status, 'en')
  expect(text).toBe('$(book) 1.1 812/1000 characters · clauses 20/23')
  expect(tooltip).toContain('Findings: 1 errors, 2 warnings')
  expect(
    ['zh-CN', 'en', 'auto', 'auto'].map((asked, at) =>
      languageFor(asked, at === 3 ? 'en-GB' : 'zh-tw'),
    ),
  ).toEqual(['zh-CN', 'en', 'zh-CN', 'en'])
})
