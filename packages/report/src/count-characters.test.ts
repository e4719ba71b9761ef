import { describe, expect, it } from 'vitest'
import { countCharacters } from './count-characters.ts'

describe('字 as Word counts them', () => {
  it.each([
    // the examples of the specification
    ['质量2019年', 4],
    ['ISO9001质量', 3],
    ['GB/T 19580', 2],
    ['12.5%', 1],
    ['完成，提升', 5],
    ['完成,提升', 5],
    ['2,400万元', 3],
    // a run of anything that is neither Chinese nor space is one
    ['3,200', 1],
    ['2024-12-31', 1],
    ['https://example.com/a?b=1', 1],
    ['well-being', 1],
    ["it's", 1],
    ['a b', 2],
    ['A4纸', 2],
    ['ＩＳＯ', 3],
    ['Ⅱ级', 2],
    // every full-width mark is one
    ['《准则》', 4],
    ['“质量”', 4],
    ['等等……好', 5],
    ['质量——生命', 6],
    ['A·B 质量·管理', 8],
    ['①②③项', 4],
    ['±5℃', 3],
    ['质→量', 3],
    // white space of every kind
    ['质 量', 2],
    ['质　量', 2],
    ['质\u00a0量', 2],
    ['a\u3000b', 2],
    ['', 0],
    [' \t\n', 0],
    // all planes count alike
    ['𠮷野家', 3],
    ['㐂', 1],
    ['かなカナ', 4],
    ['한글', 2],
    ['e\u0301tat', 1],
  ])('%j is %i', (text, characters) => {
    expect(countCharacters(text).characters).toBe(characters)
  })

  it.each([
    ['质量2019年', 7, 7],
    ['质 量', 2, 3],
    ['a b c', 3, 5],
    ['𠮷野家', 3, 3],
    ['甲\n乙', 2, 2],
  ])('%j has %i characters without spaces and %i with them', (text, without, withSpaces) => {
    expect(countCharacters(text)).toMatchObject({ withoutSpaces: without, withSpaces })
  })

  it.each([
    ['“质量”——好', 4],
    ['10℃±1', 2],
    ['质量，好。', 0],
    ['①→③', 3],
  ])('%j holds %i that Word classes by font', (text, uncertain) => {
    expect(countCharacters(text).uncertain).toBe(uncertain)
  })

  it('is the same for composed and decomposed text', () => {
    expect(countCharacters('café'.normalize('NFD'))).toEqual(
      countCharacters('café'.normalize('NFC')),
    )
  })

  it('adds up over any split between two Chinese characters', () => {
    const text = '公司2019年收入103480万元，同比增长13.4%，连续三年提升。'
    const whole = countCharacters(text).characters
    for (let at = 0; at <= text.length; at++) {
      const parts =
        countCharacters(text.slice(0, at)).characters + countCharacters(text.slice(at)).characters
      expect(parts - whole).toBeGreaterThanOrEqual(0)
      expect(parts - whole).toBeLessThanOrEqual(1)
    }
  })
})
