import type { Change } from './rewriting.ts'

export type TypographyKind =
  | 'width'
  | 'bracket'
  | 'mark'
  | 'doubled'
  | 'ellipsis'
  | 'dash'
  | 'spaceBefore'
  | 'spaceBetween'

export interface Step {
  readonly kind: TypographyKind
  /** What of a text should read otherwise, grouped by slip. */
  find(text: string): readonly (readonly Change[])[]
}

const han = '\\p{Script=Han}〇'
const closing = '”’》】）」』…—'
const opening = '“‘《（「『'

/** Full-width letters and digits in a row, with the points between the digits. */
const wide = /[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)*/g

const width: Step = {
  kind: 'width',
  find: (text) =>
    [...text.matchAll(wide)].map(({ 0: typed, index }) => [
      { start: index, end: index + typed.length, text: narrow(typed) },
    ]),
}

function narrow(text: string): string {
  return text.replace(/[！-～]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  )
}

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
}
/**
 * A half-width mark that ends words in Chinese: between Chinese characters, or — but for the colon, which belongs to
 * times and ratios — with a letter or figure on one side; also at the end of the text. A space behind it goes with it.
 */
const halfMark = new RegExp(
  [
    `(?<=[${han}${closing}])[,;?!:] *(?=[${han}${opening}])`,
    `(?<=[${han}${closing}])[,;?!](?=[A-Za-z0-9])`,
    `(?<=[A-Za-z0-9%‰℃])[,;?!](?=[${han}${opening}])`,
    `(?<=[${han}${closing}])[,;?!:](?=\\n|$)`,
  ].join('|'),
  'gu',
)

const mark: Step = {
  kind: 'mark',
  find: (text) =>
    [...text.matchAll(halfMark)].map(({ 0: typed, index }) => [
      { start: index, end: index + typed.length, text: fullWidth[typed[0] ?? ''] ?? typed },
    ]),
}

const bracket: Step = {
  kind: 'bracket',
  find: (text) => {
    const pairs: Change[][] = []
    const open: number[] = []
    for (const { 0: typed, index } of text.matchAll(/[(（)）\n]/g)) {
      if (typed === '\n') continue
      if (typed === '(' || typed === '（') open.push(index)
      else {
        const start = open.pop()
        if (start !== undefined && inChinese(text, start, index))
          pairs.push(
            [
              { start, end: start + 1, text: '（' },
              { start: index, end: index + 1, text: '）' },
            ].filter((change) => text[change.start] !== change.text),
          )
      }
    }
    return pairs.filter((pair) => pair.length > 0)
  },
}

const isHan = /\p{Script=Han}/u
const operator = /[=＝+*/×÷^−-]/

/** Brackets around Chinese, or behind it; not those of formulas, links and labels. */
function inChinese(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ''
  const after = text[end + 1] ?? ''
  if (end === start + 1 || end - start > 200) return false
  if (/[\]】［\]]/.test(before) || operator.test(before) || operator.test(after)) return false
  const inside = text.slice(start + 1, end)
  if (/^[#＃]|[=＝×÷*^+]/.test(inside)) return false
  if (/[A-Za-z]/.test(before) && !/[A-Za-z0-9]/.test(text[start - 2] ?? '')) return false
  return isHan.test(inside) || isHan.test(before) || /[”’》]/.test(before)
}

const doubledRun = /[，、；：。]{2,}/g
/** What remains of marks typed one after the other; undefined where only the author knows. */
export function settleRun(run: string): string | undefined {
  if (/^。{3,}$/.test(run)) return '……'
  if (new Set(run).size === 1) return run[0]
  if (/^[，、；]+。+$/.test(run)) return '。'
  return /^、+，+$/.test(run) ? '，' : undefined
}

const doubled: Step = {
  kind: 'doubled',
  find: (text) =>
    [...text.matchAll(doubledRun)].flatMap(({ 0: typed, index }) => {
      const settled = settleRun(typed)
      // At the start of a line two colons would begin a directive.
      const directive = typed[0] === '：' && (index === 0 || text[index - 1] === '\n')
      return settled === undefined || directive
        ? []
        : [[{ start: index, end: index + typed.length, text: settled }]]
    }),
}

/** Marks in a row that only their author can put right. */
export function unclearRuns(text: string): readonly { start: number; end: number }[] {
  return [...text.matchAll(doubledRun)].flatMap(({ 0: typed, index }) =>
    settleRun(typed) === undefined ? [{ start: index, end: index + typed.length }] : [],
  )
}

const dots = new RegExp(`(?<=[${han}${closing}，、])(?<!…)\\.{3,}(?!\\w)`, 'gu')
const hyphens = new RegExp(`(?<=[${han}”’》）」』])--(?=[${han}${opening}])`, 'gu')

const ellipsis: Step = { kind: 'ellipsis', find: (text) => replaceAll(text, dots, '……') }
const dash: Step = { kind: 'dash', find: (text) => replaceAll(text, hyphens, '——') }

const spacedMark = /(?<=[^\s\uFFFC])[ \u00A0]+(?=[，。；：？！、）》】」』])/g
const spaceBefore: Step = {
  kind: 'spaceBefore',
  find: (text) => replaceAll(text, spacedMark, ''),
}

function replaceAll(text: string, slip: RegExp, by: string): readonly (readonly Change[])[] {
  return [...text.matchAll(slip)].map(({ 0: typed, index }) => [
    { start: index, end: index + typed.length, text: by },
  ])
}

const stretch = /[^，。；：？！、\n“”（）《》]+/g
const gap = new RegExp(`(?<=[${han}]{2}) (?=[${han}]{2})`, 'gu')

/**
 * A space in the middle of a sentence. Several in one stretch part things in a row (`快速 准确 高效`), and one behind
 * 第一章 or in a short line is meant.
 */
const spaceBetween: Step = {
  kind: 'spaceBetween',
  find: (text) =>
    !text.includes('。')
      ? []
      : [...text.matchAll(stretch)].flatMap(({ 0: words, index }) => {
          if (!words.includes(' ') || words.length < 8) return []
          const gaps = [...words.matchAll(gap)]
          const [only] = gaps
          if (only === undefined || gaps.length > 1 || words.match(/ /g)?.length !== 1) return []
          if (/^第.{1,3}[章节条]/.test(words)) return []
          const start = index + only.index
          return [[{ start, end: start + 1, text: '' }]]
        }),
}

/** In the order in which one can uncover another. */
export const steps: readonly Step[] = [width, bracket, mark, doubled, ellipsis, dash, spaceBefore]
/** Only for running text: titles and cells part words with spaces. */
export const proseSteps: readonly Step[] = [...steps, spaceBetween]
