import { describe, expect, it } from 'vitest'
import { codeFrame } from './code-frame.ts'
import { displayWidth } from './width.ts'

/** Which display columns the marks stand under. */
function marked(line: string, from: number, to: number, width = 80): string {
  const frame = codeFrame(line, { from, to }, width)
  const start = frame.marks.indexOf('^')
  let at = 0
  let shown = ''
  for (const character of frame.line) {
    if (at >= start && at < frame.marks.length) shown += character
    at += displayWidth(character)
  }
  return shown
}

describe('codeFrame', () => {
  it('marks Chinese characters by the columns they take', () => {
    const frame = codeFrame('公司，，成立', { from: 3, to: 5 }, 80)
    expect(frame).toEqual({ line: '公司，，成立', marks: '    ^^^^' })
  })

  it('counts columns in UTF-16 units, emoji and tabs included', () => {
    expect(marked('😀公司ABC', 5, 6)).toBe('A')
    expect(codeFrame('\t公司', { from: 2, to: 3 }, 80)).toEqual({ line: ' 公司', marks: ' ^^' })
  })

  it('marks at least one column, also past the end', () => {
    expect(codeFrame('公司', { from: 3, to: 3 }, 80).marks).toBe('    ^')
    expect(codeFrame('', { from: 1, to: 1 }, 80).marks).toBe('^')
  })

  it('cuts a long line around the place', () => {
    const line = `${'前'.repeat(200)}错误${'后'.repeat(200)}`
    for (const width of [40, 41, 60, 99]) {
      const frame = codeFrame(line, { from: 201, to: 203 }, width)
      expect(displayWidth(frame.line)).toBeLessThanOrEqual(width)
      expect(frame.line).toMatch(/^… 前+错误后+…$/)
      expect(marked(line, 201, 203, width)).toBe('错误')
    }
    expect(codeFrame(line, { from: 1, to: 2 }, 40).line).toMatch(/^前+…$/)
    expect(codeFrame(line, { from: 402, to: 403 }, 40).line).toMatch(/^… 后+$/)
  })

  it('never marks beyond what is shown', () => {
    const frame = codeFrame('很'.repeat(300), { from: 1, to: 301 }, 40)
    expect(frame.marks.length).toBeLessThanOrEqual(displayWidth(frame.line))
  })

  it('hides telephone numbers and keeps the mark in its place', () => {
    const line = '联系人张三，电话13812345678，，邮箱'
    const frame = codeFrame(line, { from: 20, to: 22 }, 80)
    expect(frame.line).not.toContain('13812345678')
    expect(marked(line, 20, 22)).toBe('，，')
  })
})
