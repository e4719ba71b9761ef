import type { Finding } from '@ziping/diagnostics'
import { describe, expect, it } from 'vitest'
import { readBaseline, withoutBaseline, writeBaseline } from './baseline.ts'

function found(
  rule: string,
  line: number,
  message = `${rule} 的问题`,
  file = 'report/1.md',
): Finding {
  const words = { message, advice: '改' }
  return {
    rule,
    messageId: 'it',
    severity: 'error',
    place: { file, line, column: 1, endLine: line, endColumn: 2 },
    words: { 'zh-CN': words, en: words },
  }
}

const text = '# 1.1 使命\n\n公司使命由全体员工\n讨论确定。\n\n待补充\n'
const textOf = (): string => text
const known = (findings: readonly Finding[]): ReturnType<typeof readBaseline> =>
  readBaseline(writeBaseline(findings, textOf))

describe('a baseline', () => {
  it('lets known findings pass and new ones fail', () => {
    const old = found('clause-stub', 6)
    const fresh = found('phrase-empty', 3)
    expect(withoutBaseline([old, fresh], known([old]), textOf)).toEqual([fresh])
  })

  it('knows a finding again after lines were added above it', () => {
    const baseline = known([found('clause-stub', 6)])
    const moved = (): string => `---\n负责人: 张三\n---\n\n${text}`
    expect(withoutBaseline([found('clause-stub', 10)], baseline, moved)).toEqual([])
  })

  it('does not know it again when its block says something else', () => {
    const baseline = known([found('phrase-empty', 3)])
    const edited = (): string => text.replace('讨论', '共同讨论')
    const again = found('phrase-empty', 3)
    expect(withoutBaseline([again], baseline, edited)).toEqual([again])
  })

  it('takes the whole block for one text, however it is broken into lines', () => {
    const baseline = known([found('phrase-empty', 3)])
    const joined = (): string => text.replace('员工\n讨论', '员工讨论')
    expect(withoutBaseline([found('phrase-empty', 3)], baseline, joined)).toEqual([])
  })

  it('passes over figures that change with every word written', () => {
    const baseline = known([found('length-exceeded', 1, '共 3120 字，超出 120 字')])
    const later = found('length-exceeded', 1, '共 3,205 字，超出 205 字')
    expect(withoutBaseline([later], baseline, textOf)).toEqual([])
  })

  it('tells messages, rules, files and clauses apart', () => {
    const old = found('reference-unresolved', 3, '引用的“a”不存在')
    const others = [
      found('reference-unresolved', 3, '引用的“b”不存在'),
      found('label-unused', 3, '引用的“a”不存在'),
      found('reference-unresolved', 3, '引用的“a”不存在', 'report/2.md'),
      { ...old, clause: '1.2' },
    ]
    expect(withoutBaseline(others, known([old]), textOf)).toEqual(others)
  })

  it('lets as many equal findings pass as it holds', () => {
    const one = found('clause-stub', 6)
    expect(withoutBaseline([one, one, one], known([one, one]), textOf)).toEqual([one])
  })

  it('goes by the line in a data file, and by the message where there is no text', () => {
    const yaml = (): string => 'a:\n  title: 证书\nb:\n  title: 报告\n'
    const old = found('evidence-unused', 1, '没有引用', 'evidence/evidence.yaml')
    const image = found('image-unused', 1, 'images/a.png 没有使用', 'images/a.png')
    const sources = (file: string): string | undefined =>
      file.endsWith('.yaml') ? yaml() : undefined
    const baseline = readBaseline(writeBaseline([old, image], sources))
    const other = found('evidence-unused', 3, '没有引用', 'evidence/evidence.yaml')
    expect(withoutBaseline([old, other, image], baseline, sources)).toEqual([other])
  })

  it('is the same text whatever the order of the findings, a line for each', () => {
    const [a, b] = [found('clause-stub', 6), found('phrase-empty', 3)]
    const written = writeBaseline([a, b], textOf)
    expect(written).toBe(writeBaseline([b, a], textOf))
    expect(written.split('\n').filter((line) => line.includes('fingerprint'))).toHaveLength(2)
    expect(known([])).toEqual({ findings: [] })
  })

  it.each([
    ['no JSON', '{'],
    ['another file', '{ "findings": [] }'],
    ['a later version', '{ "version": 99, "findings": [] }'],
    ['no list', '{ "version": 1, "findings": {} }'],
    ['a broken entry', '{ "version": 1, "findings": [{ "rule": "clause-stub" }] }'],
  ])('is refused in plain words: %s', (_, written) => {
    expect(() => readBaseline(written)).toThrow(
      expect.objectContaining({ code: 'baseline/invalid' }),
    )
  })
})
