/** Why a code is not what it claims to be. */
export type CodeFault = 'length' | 'character' | 'check-digit' | 'inner-check-digit' | 'birth-date'

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const organizationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2]
const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const idChecks = '10X98765432'

/** A code as it is compared: half-width, upper case, without spaces. */
export function normalizeCode(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase()
}

/** What is wrong with a 统一社会信用代码 by GB 32100-2015; nothing if it is sound. */
export function creditCodeFault(text: string): CodeFault | undefined {
  const code = normalizeCode(text)
  if (code.length !== 18) return 'length'
  if (![...code].every((character) => creditAlphabet.includes(character))) return 'character'
  const sum = weighted(code, creditWeights, creditAlphabet)
  if (creditAlphabet[(31 - (sum % 31)) % 31] !== code[17]) return 'check-digit'
  return code[16] === organizationCheck(code.slice(8, 16)) ? undefined : 'inner-check-digit'
}

/** The last place of the 组织机构代码 (GB 11714-1997) that a credit code carries inside. */
function organizationCheck(body: string): string {
  const check = 11 - (weighted(body, organizationWeights, organizationAlphabet) % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** What is wrong with a 公民身份号码 by GB 11643-1999; nothing if it is sound. */
export function idNumberFault(text: string): CodeFault | undefined {
  const code = normalizeCode(text)
  if (code.length !== 18) return 'length'
  if (!/^\d{17}[\dX]$/u.test(code)) return 'character'
  if (!isDay(birthDateOf(code))) return 'birth-date'
  const check = idChecks[weighted(code, idWeights, '0123456789') % 11]
  return check === code[17] ? undefined : 'check-digit'
}

export interface IdNumberFacts {
  readonly birthDate: string
  readonly sex: '男' | '女'
}

/** Birth date and sex as the id number tells them; only of a number without fault. */
export function readIdNumber(text: string): IdNumberFacts | undefined {
  if (idNumberFault(text) !== undefined) return undefined
  const code = normalizeCode(text)
  return { birthDate: birthDateOf(code), sex: Number(code[16]) % 2 === 1 ? '男' : '女' }
}

function birthDateOf(code: string): string {
  return `${code.slice(6, 10)}-${code.slice(10, 12)}-${code.slice(12, 14)}`
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

function weighted(code: string, weights: readonly number[], alphabet: string): number {
  return weights.reduce(
    (sum, weight, index) => sum + weight * alphabet.indexOf(code[index] ?? ''),
    0,
  )
}
