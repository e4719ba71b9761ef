const plausibleProvince = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])'

/** An id number by its shape; a credit code of digits alone has no birth year at this point. */
const idNumber = new RegExp(
  `(?<![0-9A-Za-z])(${plausibleProvince}\\d{4})(?:19|20)\\d{6}(\\d{3}[\\dXx])(?![0-9A-Za-z])`,
  'gu',
)
const email = /(?<![\w.+-])([\w.+-])[\w.+-]*@(?=[\w-]+(?:\.[\w-]+)+)/gu
const mobile = /(?<![0-9A-Za-z])((?:\+?86[- ]?)?1[3-9]\d)[- ]?\d{4}[- ]?(\d{4})(?![0-9A-Za-z])/gu
const landline = /(?<![0-9A-Za-z])([（(]?0\d{2,3}[)）]?[- ]?)\d{3,4}(\d{4})(?![0-9A-Za-z])/gu

/** Hides id numbers, telephone numbers and e-mail addresses wherever they stand in a text. */
export function maskPersonal(text: string): string {
  return text
    .replace(idNumber, '$1********$2')
    .replace(email, '$1***@')
    .replace(mobile, '$1****$2')
    .replace(landline, '$1****$2')
}

/** Hides what a personal field holds, also when it is mistyped and looks like nothing known. */
export function maskValue(text: string): string {
  const masked = maskPersonal(text)
  if (masked !== text) return masked
  const characters = [...text]
  const shown = characters.length >= 12 ? 4 : characters.length >= 7 ? 2 : 0
  return characters
    .map((character, index) =>
      index < shown || index >= characters.length - shown ? character : '*',
    )
    .join('')
}
