import type { LengthLimit } from '@ziping/award'
import { type Bilingual, wording, wordsIn } from '@ziping/diagnostics'
import { type Judgement, notSpecifiedByAward } from '../check.ts'
import type { FinishedFile, TextLength } from '../finished-file.ts'
import type { Requirement } from '../requirement.ts'

interface Beyond {
  readonly measured: number
  readonly bounds: Bounds
  readonly unit: Bilingual
}

/** What a limit lets pass; a notice that says 左右 is read as the award file says. */
interface Bounds {
  readonly min: number | undefined
  readonly max: number | undefined
}

const beyond = wording<Beyond>({
  'zh-CN': ({ measured, bounds, unit }) => ({
    message: `共 ${measured} ${unit['zh-CN']}，${isOver(measured, bounds) ? `超过通知的上限 ${bounds.max}` : `不到通知的下限 ${bounds.min}`} ${unit['zh-CN']}`,
    advice: isOver(measured, bounds) ? '删减后重新导出' : '补写后重新导出',
  }),
  en: ({ measured, bounds, unit }) => ({
    message: `${measured} ${unit.en}, ${isOver(measured, bounds) ? `more than the ${bounds.max} allowed` : `less than the ${bounds.min} asked for`}`,
    advice: isOver(measured, bounds) ? 'Shorten it and export again' : 'Add to it and export again',
  }),
})

function isOver(measured: number, { max }: Bounds): boolean {
  return max !== undefined && measured > max
}

export function checkPages({ pages }: FinishedFile, { limits }: Requirement): Judgement {
  const limit = limits.find(({ measure }) => measure === 'pages')
  if (limit === undefined) return notSpecifiedByAward(pages)
  const bounds = boundsOf(limit)
  const required = showBounds(bounds)
  const unit = { 'zh-CN': '页', en: 'pages' }
  if (pages === undefined || isWithin({ least: pages, most: pages }, bounds))
    return { ok: true, required, measured: pages, pages: [] }
  const words = wordsIn(beyond, { measured: pages, bounds, unit })
  return { ok: false, required, measured: pages, pages: [], words }
}

export function checkLength(file: FinishedFile, { limits }: Requirement): Judgement {
  const limit = limits.find(
    ({ measure }) => measure === 'characters' || measure === 'characters-without-spaces',
  )
  const counts = file.length({
    tables: limit?.includes?.tables !== false,
    headings: limit?.includes?.headings !== false,
  })
  const isPlain = limit?.measure === 'characters-without-spaces'
  const count = isPlain ? counts.withoutSpaces : counts.characters
  if (limit === undefined) return notSpecifiedByAward(showCount(count))
  const bounds = boundsOf(limit)
  const required = showBounds(bounds)
  const unit = isPlain ? { 'zh-CN': '字符', en: 'characters' } : { 'zh-CN': '字', en: '字' }
  if (isWithin(count, bounds)) return { ok: true, required, measured: showCount(count), pages: [] }
  const measured = isOver(count.least, bounds) ? count.least : count.most
  const words = wordsIn(beyond, { measured, bounds, unit })
  return { ok: false, required, measured: showCount(count), pages: [], words }
}

function boundsOf({ min, max, about, tolerance }: LengthLimit): Bounds {
  if (about === undefined || tolerance === undefined) return { min, max }
  return { min: about * (1 - tolerance.error), max: about * (1 + tolerance.error) }
}

function showBounds({ min, max }: Bounds): number | string {
  if (min === undefined) return max ?? 0
  return max === undefined ? `≥ ${min}` : `${min}–${max}`
}

/** Wrong is only what is beyond the limit whichever way it is counted. */
function isWithin({ least, most }: TextLength, { min, max }: Bounds): boolean {
  return (max === undefined || least <= max) && (min === undefined || most >= min)
}

function showCount({ least, most }: TextLength): number | string {
  return least === most ? least : `${least}–${most}`
}
