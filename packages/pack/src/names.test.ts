import { describe, expect, it } from 'vitest'
import { legalName, nameFromTemplate, UniqueNames } from './names.ts'

describe('legalName', () => {
  it.each([
    ['证书（GB/T 19001-2016）', '证书（GB_T 19001-2016）'],
    ['a:b*c?"d"<e>|f\\g', 'a_b_c__d__e__f_g'],
    ['末尾有点. . ', '末尾有点'],
    ['CON', '_CON'],
    ['lpt1.txt', '_lpt1.txt'],
    ['  两头  有 空格 ', '两头 有 空格'],
    ['', '_'],
    ['...', '_'],
    ['上\u0000下\u200B', '上_下_'],
  ])('%j becomes %j', (title, name) => {
    expect(legalName(title)).toBe(name)
  })

  it('keeps names short enough for folders within folders', () => {
    expect([...legalName('长'.repeat(300))]).toHaveLength(80)
  })
})

describe('nameFromTemplate', () => {
  const facts: Readonly<Record<string, unknown>> = {
    'person.name': '张三',
    'organization.name': '甲/乙公司',
  }
  const applicant = { fact: (path: string) => facts[path] }

  it('joins facts without the sign that joins them in the notice', () => {
    expect(nameFromTemplate('{person.name}{organization.name}', applicant)).toBe('张三甲_乙公司')
  })

  it('gives no name where a fact is missing', () => {
    expect(nameFromTemplate('{person.name}{person.idNo}', applicant)).toBeUndefined()
  })
})

describe('UniqueNames', () => {
  it('tells names apart as Windows does', () => {
    const names = new UniqueNames()
    expect(
      ['a/证书.pdf', 'A/证书.PDF', 'a/证书.pdf', 'a/证书'].map((name) => names.take(name)),
    ).toEqual(['a/证书.pdf', 'A/证书 2.PDF', 'a/证书 3.pdf', 'a/证书'])
  })
})
