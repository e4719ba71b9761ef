import { wording } from '@ziping/diagnostics'
import { type Judgement, notSpecifiedByAward } from '../check.ts'
import type { FinishedFile, Margins, Sheet } from '../finished-file.ts'
import { isNear, judge, type Mismatch, most } from '../judge.ts'
import type { Requirement } from '../requirement.ts'

/** Programs round a sheet to whole points or twentieths of them. */
const sheetTolerance = 1

const paperWrong = wording<Mismatch>({
  'zh-CN': ({ required, measured, at }) => ({
    message: `${at['zh-CN']}的纸张是 ${measured['zh-CN']}，通知要求 ${required['zh-CN']}`,
    advice: '在页面设置里改纸张大小后重新导出，不要在打印时缩放',
  }),
  en: ({ required, measured, at }) => ({
    message: `The paper of ${at.en} is ${measured.en}, required is ${required.en}`,
    advice: 'Change the paper size in the page setup and export again; do not scale when printing',
  }),
})

export function checkPaper({ sheets }: FinishedFile, { sheet }: Requirement): Judgement {
  const show = ({ width, height }: Sheet): string => `${round(width)}×${round(height)} mm`
  if (sheet === undefined) return notSpecifiedByAward(most(sheets.map(({ value }) => show(value))))
  // A wide table may lie on a sheet turned by a quarter.
  const isRight = ({ width, height }: Sheet): boolean =>
    isNear(Math.min(width, height), sheet.width, sheetTolerance) &&
    isNear(Math.max(width, height), sheet.height, sheetTolerance)
  return judge('paper', show(sheet), sheets, { isRight, show, words: paperWrong })
}

const marginsWrong = wording<Mismatch>({
  'zh-CN': ({ required, measured, at }) => ({
    message: `${at['zh-CN']}的页边距是 ${measured['zh-CN']}，通知要求 ${required['zh-CN']}`,
    advice: '在页面设置里改页边距',
  }),
  en: ({ required, measured, at }) => ({
    message: `The margins of ${at.en} are ${measured.en}, required are ${required.en}`,
    advice: 'Change the margins in the page setup',
  }),
})

export function checkMargins(
  file: FinishedFile,
  { margins, isDuplex, edge }: Requirement,
): Judgement {
  const show = ({ top, bottom, inside, outside }: Margins): string =>
    `top ${round(top)}, bottom ${round(bottom)}, left ${round(inside)}, right ${round(outside)} mm`
  if (margins === undefined)
    return notSpecifiedByAward(most(file.margins.map(({ value }) => show(value))))
  const { top, bottom, left, right } = margins
  const required = { top, bottom, inside: left, outside: right }
  // The right margins on the wrong sides are one fault, and the checks of the two sides tell it better.
  const areSidesJudged = isDuplex && edge === 'long'
  const turned = { top, bottom, inside: right, outside: left }
  return judge('margins', show(required), file.margins, {
    isRight: (value) =>
      areMargins(value, required, file.kind) ||
      (areSidesJudged && areMargins(value, turned, file.kind)),
    show,
    words: marginsWrong,
  })
}

/**
 * By how much margins may be less and more than required. A Word file says its margins. On paper they are told from
 * where letters stand: text may begin lower, below a heading's room, end higher, where a figure did not fit, and leave
 * a letter's width at the line's end; it may not reach into them.
 */
const slack = {
  docx: { less: 0.5, sides: 0.5, top: 0.5, bottom: 0.5 },
  pdf: { less: 2.5, sides: 5, top: 8, bottom: 25 },
} as const

function areMargins(measured: Margins, required: Margins, kind: 'docx' | 'pdf'): boolean {
  const { less, sides, top, bottom } = slack[kind]
  const isWithin = (side: keyof Margins, more: number): boolean =>
    measured[side] > required[side] - less && measured[side] < required[side] + more
  return (
    isWithin('top', top) &&
    isWithin('bottom', bottom) &&
    isWithin('inside', sides) &&
    isWithin('outside', sides)
  )
}

const unmirrored = wording<Mismatch>({
  'zh-CN': ({ at }) => ({
    message: `双面打印时${at['zh-CN']}的版心偏向另一侧，正反面左右不对称`,
    advice: '在页面设置里把多页选为“对称页边距”，或者把左右边距设成一样',
  }),
  en: ({ at }) => ({
    message: `On ${at.en} the text stands on the other side than on the rest: front and back do not mirror each other`,
    advice: 'Choose mirrored margins in the page setup, or make left and right the same',
  }),
})

/** Follows from “双面打印”: the two sides of a sheet are bound at one edge. */
export function checkMirror(file: FinishedFile, { isDuplex }: Requirement): Judgement {
  const measured = file.isMirrored && file.unmirrored.length === 0 ? 'mirrored' : 'not-mirrored'
  if (!isDuplex) return notSpecifiedByAward(measured)
  if (file.unmirrored.length === 0) return { ok: true, required: 'mirrored', measured, pages: [] }
  return judge('mirror', 'mirrored', file.unmirrored, {
    isRight: () => false,
    show: () => 'not-mirrored',
    words: unmirrored,
  })
}

const gutterWrong = wording<Mismatch>({
  'zh-CN': ({ required, measured, at }) => ({
    message: `${at['zh-CN']}的装订边${measured['zh-CN']}，通知要求${required['zh-CN']}装订`,
    advice: '在页面设置里把装订线位置设在左侧，内侧页边距不要小于外侧',
  }),
  en: ({ required, measured, at }) => ({
    message: `The room for binding on ${at.en} is at ${measured.en}, but the volume is bound at ${required.en}`,
    advice:
      'Put the gutter at the left in the page setup, and leave the inner margin no narrower than the outer',
  }),
})

/** Follows from “沿长边装订”. */
export function checkGutter({ gutter }: FinishedFile, { edge }: Requirement): Judgement {
  const measured = most(gutter.map(({ value }) => value))
  if (edge === undefined) return notSpecifiedByAward(measured)
  const required = edge === 'long' ? 'side' : 'top'
  return judge('gutter', required, gutter, {
    isRight: (value) => edge === 'short' || value === required,
    show: (value) => value,
    words: gutterWrong,
  })
}

function round(millimetres: number): number {
  return Math.round(millimetres * 10) / 10
}
