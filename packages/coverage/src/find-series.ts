import type { DimensionId } from '@ziping/award'
import { allBlocks, type Block, plainText, type Section, type Table, valueIn } from '@ziping/report'
import type { Resolver } from '@ziping/resolve'

/** Which of level, trend, comparison and target the series of a section show. */
export function shownBySeries(
  sections: readonly Section[],
  resolver: Resolver,
): ReadonlySet<DimensionId> {
  const shown = new Set<DimensionId>()
  for (const block of allBlocks(sections.flatMap((section) => section.blocks)))
    for (const dimension of shownBy(block, resolver)) shown.add(dimension)
  return shown
}

function shownBy(block: Block, resolver: Resolver): readonly DimensionId[] {
  if (block.kind === 'table') return shownByTable(block)
  if (block.kind !== 'chart' && block.kind !== 'indicator-table') return []
  return block.indicators.flatMap((id): readonly DimensionId[] => {
    const indicator = resolver.indicators.byId.get(id)
    if (indicator === undefined) return []
    const { years } = resolver
    const last = years.at(-1) ?? 0
    const found: DimensionId[] = []
    if (valueIn(indicator.values, last) !== undefined) found.push('level')
    if (years.length > 0 && years.every((year) => valueIn(indicator.values, year) !== undefined))
      found.push('trend')
    const others = [...indicator.benchmark, ...indicator.competitor, ...indicator.industry]
    if (others.some((other) => other.values.length > 0)) found.push('comparison')
    if (indicator.target.length > 0) found.push('target')
    return found
  })
}

/** A typed table of figures over the years shows what its headings say. */
function shownByTable(table: Table): readonly DimensionId[] {
  const cells = [table.head, ...table.rows].flat().map((cell) => plainText(cell.content))
  const figures = cells.filter((text) => /^[-+]?[\d,.]+\s*[%‰]?\S{0,4}$/.test(text.trim())).length
  if (figures === 0) return []
  const words = cells.join('\n')
  const years = new Set(
    [...words.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map((match) => match[0]),
  )
  const found: DimensionId[] = ['level']
  if (years.size >= 3) found.push('trend')
  if (/标杆|竞争|对手|同行|行业|平均|先进/.test(words)) found.push('comparison')
  if (/目标|指标值|计划/.test(words)) found.push('target')
  return found
}
