import { wording } from '@ziping/diagnostics'
import { type Judgement, notSpecifiedByAward } from '../check.ts'
import type { FinishedFile, HeadingLook, LineSpacing, Look } from '../finished-file.ts'
import { isSameFamily } from '../font-names.ts'
import { isNear, judge, type Mismatch, most } from '../judge.ts'
import type { Requirement } from '../requirement.ts'

const sizeTolerance = 0.25

const fontWrong = wording<Mismatch>({
  'zh-CN': ({ required, measured, at }) => ({
    message: `正文（${at['zh-CN']}）用的是 ${measured['zh-CN']}，通知要求 ${required['zh-CN']}`,
    advice: '改正文样式的中文字体，不要逐段改',
  }),
  en: ({ required, measured, at }) => ({
    message: `The body (${at.en}) is set in ${measured.en}, required is ${required.en}`,
    advice: 'Change the East Asian font of the body style rather than of single paragraphs',
  }),
})

export function checkBodyFont({ body }: FinishedFile, { bodyFont }: Requirement): Judgement {
  const show = ({ font }: Look): string | undefined => font
  if (bodyFont === undefined) return notSpecifiedByAward(most(body.map((one) => show(one.value))))
  return judge('body-font', bodyFont, body, {
    isRight: ({ font }) => font !== undefined && isSameFamily(bodyFont, font),
    show,
    words: fontWrong,
  })
}

const sizeWrong = wording<Mismatch>({
  'zh-CN': ({ required, measured, at }) => ({
    message: `正文（${at['zh-CN']}）是${measured['zh-CN']}，通知要求${required['zh-CN']}`,
    advice: '改正文样式的字号，不要逐段改',
  }),
  en: ({ required, measured, at }) => ({
    message: `The body (${at.en}) is ${measured.en}, required is ${required.en}`,
    advice: 'Change the size of the body style rather than of single paragraphs',
  }),
})

export function checkBodySize({ body }: FinishedFile, { bodySize }: Requirement): Judgement {
  const show = ({ size }: Look): number | undefined =>
    size === undefined ? undefined : tenth(size)
  if (bodySize === undefined) return notSpecifiedByAward(most(body.map((one) => show(one.value))))
  return judge('body-size', bodySize, body, {
    isRight: ({ size }) => size !== undefined && isNear(size, bodySize, sizeTolerance),
    show,
    words: sizeWrong,
  })
}

const headingWrong = wording<Mismatch>({
  'zh-CN': ({ required, measured, at }) => ({
    message: `标题（${at['zh-CN']}）是 ${measured['zh-CN']}，通知要求 ${required['zh-CN']}`,
    advice: '改这一级标题样式的字体和字号',
  }),
  en: ({ required, measured, at }) => ({
    message: `The heading (${at.en}) is ${measured.en}, required is ${required.en}`,
    advice: 'Change font and size of the heading style of this level',
  }),
})

export function checkHeadings(file: FinishedFile, { headings }: Requirement): Judgement {
  const show = ({ level, font, size }: Partial<HeadingLook>): string =>
    [level, font, size === undefined ? undefined : `${tenth(size)} pt`]
      .filter((part) => part !== undefined)
      .join(' ')
  if (headings.length === 0)
    return notSpecifiedByAward(
      most(file.headings.filter(({ value }) => value.level === 1).map(({ value }) => show(value))),
    )
  const ruled = (level: number) => headings.find((one) => one.level === level)
  const seen = file.headings.filter(({ value }) => ruled(value.level) !== undefined)
  const required = headings
    .map(({ level, font, size }) =>
      show({
        level,
        ...(font === undefined ? {} : { font }),
        ...(size === undefined ? {} : { size }),
      }),
    )
    .join('; ')
  return judge('heading-font', required, seen, {
    isRight: (look) => isHeading(look, ruled(look.level)),
    show,
    words: headingWrong,
  })
}

function isHeading(look: HeadingLook, ruled: Requirement['headings'][number] | undefined): boolean {
  const isFont =
    ruled?.font === undefined || (look.font !== undefined && isSameFamily(ruled.font, look.font))
  const isSize =
    ruled?.size === undefined ||
    (look.size !== undefined && isNear(look.size, ruled.size, sizeTolerance))
  return isFont && isSize
}

const spacingWrong = wording<Mismatch>({
  'zh-CN': ({ required, measured, at }) => ({
    message: `正文（${at['zh-CN']}）的行距是 ${measured['zh-CN']}，通知要求固定值 ${required['zh-CN']}`,
    advice: '在正文样式的段落设置里把行距改为固定值',
  }),
  en: ({ required, measured, at }) => ({
    message: `The line spacing of the body (${at.en}) is ${measured.en}, required is exactly ${required.en}`,
    advice: 'Set the line spacing of the body style to an exact value',
  }),
})

export function checkLineSpacing({ spacing }: FinishedFile, { linePt }: Requirement): Judgement {
  const show = (value: LineSpacing): string | number =>
    'points' in value ? tenth(value.points) : `×${Math.round(value.lines * 100) / 100}`
  if (linePt === undefined) return notSpecifiedByAward(most(spacing.map((one) => show(one.value))))
  return judge('line-spacing', linePt, spacing, {
    isRight: (value) => 'points' in value && isNear(value.points, linePt, 0.5),
    show,
    words: spacingWrong,
  })
}

function tenth(points: number): number {
  return Math.round(points * 10) / 10
}
