import { describe, expect, it } from 'vitest'
import { creditCodeFault, idNumberFault, readIdNumber } from './check-digits.ts'

const soundCredit = [
  '91350100M000100Y43',
  '91330106673959654P',
  '91320600MA1TEKT00L',
  '91440300MA5ABCDE5X',
  '52330400MJ87654373',
  '91320600MA0000007P',
  '91320600ma0000007p',
  '９１３２０６００ＭＡ００００００７Ｐ',
]

describe('creditCodeFault', () => {
  it.each(soundCredit)('%s is sound', (code) => expect(creditCodeFault(code)).toBeUndefined())

  it.each(soundCredit.slice(0, 6))('%s with another last character is not', (code) => {
    const last = code.endsWith('1') ? '2' : '1'
    expect(creditCodeFault(code.slice(0, 17) + last)).toBe('check-digit')
  })

  it.each([
    ['91320600MA0000007', 'length'],
    ['9132060OMA0000007P', 'character'],
    ['9132060IMA0000007P', 'character'],
    ['9132060SMA0000007P', 'character'],
    ['9132060VMA0000007P', 'character'],
    ['9132060ZMA0000007P', 'character'],
    ['91350100M0001TGQXM', 'check-digit'],
    ['91320600MA0000008T', 'inner-check-digit'],
  ])('%s: %s', (code, fault) => expect(creditCodeFault(code)).toBe(fault))
})

describe('id numbers', () => {
  it.each([
    ['11010519491231002X', '1949-12-31', '女'],
    ['440524188001010014', '1880-01-01', '男'],
    ['34052419800101001X', '1980-01-01', '男'],
    ['320600199003070011', '1990-03-07', '男'],
    ['32060019900307002X', '1990-03-07', '女'],
    ['32060019900307002x', '1990-03-07', '女'],
    ['110101199003078996', '1990-03-07', '男'],
  ])('%s: born %s, %s', (number, birthDate, sex) => {
    expect(readIdNumber(number)).toEqual({ birthDate, sex })
  })

  it.each([
    ['32060019900307001', 'length'],
    ['3206001990O3070011', 'character'],
    ['320600199002300011', 'birth-date'],
    ['320600199013010011', 'birth-date'],
    ['320600199003070012', 'check-digit'],
  ])('%s: %s', (number, fault) => {
    expect(idNumberFault(number)).toBe(fault)
    expect(readIdNumber(number)).toBeUndefined()
  })
})
