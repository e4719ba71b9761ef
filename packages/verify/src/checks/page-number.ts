import { type Bilingual, wording, wordsIn } from '@ziping/diagnostics'
import { type Judgement, notSpecifiedByAward } from '../check.ts'
import type { FinishedFile, NumberBreak, PageNumber } from '../finished-file.ts'
import { isNear, judge, type Mismatch, most } from '../judge.ts'
import type { Requirement } from '../requirement.ts'
import { pagesOf, showPlaces } from '../show-places.ts'

const sizeWrong = wording<Mismatch>({
  'zh-CN': ({ required, measured, at }) => ({
    message: `${at['zh-CN']}的页码是${measured['zh-CN']}，通知要求${required['zh-CN']}`,
    advice: '在页脚里选中页码，改字号',
  }),
  en: ({ required, measured, at }) => ({
    message: `The page number on ${at.en} is ${measured.en}, required is ${required.en}`,
    advice: 'Select the number in the footer and change its size',
  }),
})

export function checkNumberSize({ numbers }: FinishedFile, { numberSize }: Requirement): Judgement {
  const show = ({ size }: PageNumber): number | undefined =>
    size === undefined ? undefined : Math.round(size * 10) / 10
  if (numberSize === undefined)
    return notSpecifiedByAward(most(numbers.map((one) => show(one.value))))
  return judge('page-number-size', numberSize, numbers, {
    isRight: ({ size }) => size === undefined || isNear(size, numberSize, 0.25),
    show,
    words: sizeWrong,
  })
}

const sideWrong = wording<Mismatch>({
  'zh-CN': ({ required, measured, at }) => ({
    message: `${at['zh-CN']}的页码在${measured['zh-CN']}，通知要求在${required['zh-CN']}`,
    advice: '在页眉页脚里选“奇偶页不同”，奇数页的页码靠右、偶数页靠左；通知要求居中的，页码居中',
  }),
  en: ({ required, measured, at }) => ({
    message: `The page number on ${at.en} stands at the ${measured.en}, required is the ${required.en}`,
    advice:
      'Make odd and even pages different: the number of odd pages at the right, of even ones at the left; or centre it where that is asked for',
  }),
})

export function checkNumberSide(
  { numbers }: FinishedFile,
  { numberPlace }: Requirement,
): Judgement {
  const show = ({ place }: PageNumber): string => (place === 'header' ? place : `footer-${place}`)
  if (numberPlace === undefined)
    return notSpecifiedByAward(most(numbers.map((one) => show(one.value))))
  return judge('page-number-side', numberPlace, numbers, {
    isRight: (value) => show(value) === numberPlace,
    show,
    words: sideWrong,
  })
}

interface Broken {
  readonly at: Bilingual
  readonly first: NumberBreak
}

const broken = wording<Broken>({
  'zh-CN': ({ at, first }) => ({
    message: `${at['zh-CN']}${chineseBreak(first)}`,
    advice: '各节的页码都设为“续前节”，每一页都显示阿拉伯数字的页码；全册装订齐了再编',
  }),
  en: ({ at, first }) => ({
    message: `${at.en}: ${englishBreak(first)}`,
    advice:
      'Let every section continue the numbers of the one before, and show an Arabic number on every page',
  }),
})

function chineseBreak(found: NumberBreak): string {
  switch (found.kind) {
    case 'missing':
      return '没有页码，通知要求连续编页'
    case 'jump':
      return `的页码是 ${found.found}，接着前一页应当是 ${found.expected}`
    case 'restart':
      return `的页码从 ${found.found} 重新编起，没有接着前一节`
    case 'not-arabic':
      return `的页码“${found.found}”不是阿拉伯数字`
    case 'not-first':
      return `的页码是 ${found.found}，全册应当从第一张的 1 编起`
  }
}

function englishBreak(found: NumberBreak): string {
  switch (found.kind) {
    case 'missing':
      return 'there is no page number, though pages must be numbered through'
    case 'jump':
      return `the page number is ${found.found}, after the page before it should be ${found.expected}`
    case 'restart':
      return `pages are counted anew from ${found.found} instead of going on`
    case 'not-arabic':
      return `the page number “${found.found}” is not Arabic`
    case 'not-first':
      return `the page number is ${found.found}; a volume counts from 1 on its first sheet`
  }
}

export function checkContinuity(
  { breaks, numbered }: FinishedFile,
  { numbering, isArabic, isVolume }: Requirement,
): Judgement {
  if (numbering === undefined) return notSpecifiedByAward(numbered)
  const counted = breaks.filter(
    ({ value }) =>
      (value.kind !== 'not-arabic' || isArabic) &&
      (value.kind !== 'not-first' || isVolume) &&
      !(numbering === 'per-part' && isRestart(value)),
  )
  const [first] = counted
  if (first === undefined) return { ok: true, required: numbering, measured: numbered, pages: [] }
  const alike = counted.filter(({ value }) => sameBreak(value, first.value))
  return {
    ok: false,
    required: numbering,
    measured: 'not-continuous',
    pages: pagesOf(counted),
    words: wordsIn(broken, { at: showPlaces(alike), first: first.value }),
  }
}

/** A part's first page, where parts are numbered one by one. */
function isRestart(value: NumberBreak): boolean {
  return (value.kind === 'jump' || value.kind === 'restart') && value.found === '1'
}

/** Only what one sentence can say goes into one sentence. */
function sameBreak(a: NumberBreak, b: NumberBreak): boolean {
  return a === b || (a.kind === b.kind && a.kind === 'missing')
}
