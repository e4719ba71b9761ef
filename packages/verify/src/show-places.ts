import type { Bilingual } from '@ziping/diagnostics'
import type { Sighting } from './finished-file.ts'

/** More places than these are counted, not listed. */
const mostListed = 3

/** The pages something was seen on, each once. */
export function pagesOf(sightings: readonly Sighting<unknown>[]): readonly number[] {
  const pages = sightings.flatMap(({ page }) => (page === undefined ? [] : [page]))
  return [...new Set(pages)].toSorted((a, b) => a - b)
}

/** Where something was seen: `第 3、5–9 页`, `第 2 节`, `“近三年……”等 4 处`. */
export function showPlaces(sightings: readonly Sighting<unknown>[]): Bilingual {
  const pages = pagesOf(sightings)
  if (pages.length > 0) {
    const listed = ranges(pages)
    return {
      'zh-CN': `第 ${listed.join('、')} 页`,
      en: `page${pages.length > 1 ? 's' : ''} ${listed.join(', ')}`,
    }
  }
  const sections = sightings.flatMap(({ where }) =>
    where !== undefined && 'section' in where ? [where.section] : [],
  )
  if (sections.length > 0) {
    const listed = ranges([...new Set(sections)])
    return { 'zh-CN': `第 ${listed.join('、')} 节`, en: `section ${listed.join(', ')}` }
  }
  return showTexts(sightings)
}

function showTexts(sightings: readonly Sighting<unknown>[]): Bilingual {
  const texts = sightings.flatMap(({ where }) =>
    where !== undefined && 'text' in where ? [`“${shortened(where.text)}”`] : [],
  )
  if (texts.length === 0) return { 'zh-CN': '全文', en: 'the whole text' }
  const listed = texts.slice(0, mostListed)
  const isMore = texts.length > mostListed
  return {
    'zh-CN': `${listed.join('、')}${isMore ? ` 等 ${texts.length} 处` : ''}`,
    en: `${listed.join(', ')}${isMore ? ` and ${texts.length - mostListed} more` : ''}`,
  }
}

function shortened(text: string): string {
  const plain = [...text.replaceAll(/\s+/g, ' ').trim()]
  return plain.length > 16 ? `${plain.slice(0, 15).join('')}…` : plain.join('')
}

function ranges(numbers: readonly number[]): readonly string[] {
  const found: [number, number][] = []
  for (const number of numbers) {
    const last = found.at(-1)
    if (last !== undefined && last[1] === number - 1) last[1] = number
    else found.push([number, number])
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`))
}
