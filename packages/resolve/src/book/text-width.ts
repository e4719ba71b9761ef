import { type BookInline, bookText } from './inline.ts'

/** How wide a character is, in ems: Chinese ones are square, Latin ones those of a Times-like face. */
function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code > 0x2e7f || /[“”‘’—…·×÷±°‰℃№①-⓿←-⇿■-⛿]/u.test(character)) return 1
  if (/[0-9]/.test(character)) return 0.5
  if (/[A-Z%&@]/.test(character)) return 0.7
  if (/[mwMW]/.test(character)) return 0.8
  if (/[ijlt.,;:'|!()[\]]/.test(character)) return 0.32
  return 0.48
}

/** The width of a line of text in ems. */
export function emsOf(text: string): number {
  let ems = 0
  for (const character of text) ems += widthOf(character)
  return ems
}

/** The widest stretch that cannot be broken, in ems: a number, a Latin word. */
export function unbrokenEms(text: string): number {
  let widest = 1
  for (const [word] of text.matchAll(/[!-~]+/g)) widest = Math.max(widest, emsOf(word))
  return widest
}

/** The text of a cell as far as its width goes: page numbers, not yet known, have up to three digits. */
export function measuredText(content: readonly BookInline[]): string {
  return content.map((one) => (one.kind === 'page-of' ? '000' : bookText([one]))).join('')
}

/** The widest of a cell's lines. */
export function lineEms(content: readonly BookInline[]): number {
  return Math.max(0, ...measuredText(content).split('\n').map(emsOf))
}

/** About how many lines a text takes in a width. */
export function linesIn(content: readonly BookInline[], ems: number): number {
  return measuredText(content)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(emsOf(line) / Math.max(ems, 1))), 0)
}
