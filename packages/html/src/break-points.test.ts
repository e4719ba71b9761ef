import { expect, it } from 'vitest'
import { breakPoints } from './break-points.ts'

function broken(text: string): string {
  const points = breakPoints(text)
  return [0, ...points].map((point, index) => text.slice(point, points[index])).join('|')
}

it.each([
  ['的“1+N”模式', '的|“1+N”|模式'],
  ['“三个不放过”“四个凡事”', '“三个不放过”|“四个凡事”'],
  ['口号。”——是行动', '口号。”|——是行动'],
  ['‘零容忍’……', '‘零容忍’|……'],
  ['即：“质量”，', '即：|“质量”，'],
  ['（“质量”）', '（“质量”）'],
  ['《“质量”手册》', '《“质量”|手册》'],
  ['said “so” here', 'said “so” here'],
  ['“质量”。', '“质量”。'],
  ['𠮷“野”𠮷', '𠮷|“野”|𠮷'],
  ['““双””', '““双””'],
])('%s may break as %s', (text, expected) => {
  expect(broken(text)).toBe(expected)
})
