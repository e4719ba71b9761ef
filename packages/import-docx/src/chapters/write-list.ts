import type { Block, List, ListItem } from '@ziping/report'
import type { Node } from './nodes.ts'

type Item = Extract<Node, { readonly kind: 'item' }>

/** Items that follow one another, as lists within lists. */
export function writeLists(
  items: readonly Item[],
  paragraph: (item: Item) => Block,
  located: Pick<Block, 'place' | 'span' | 'key'>,
): readonly Block[] {
  const lists: Block[] = []
  let at = 0
  while (at < items.length) {
    const end = listEnd(items, at)
    lists.push(writeList(items.slice(at, end), paragraph, located))
    at = end
  }
  return lists
}

/** A list goes on while its items are of one kind and count on; deeper ones belong to the item above. */
function listEnd(items: readonly Item[], start: number): number {
  const first = items[start]?.marker
  if (first === undefined) return start + 1
  let count = first.number
  for (let at = start + 1; at < items.length; at++) {
    const marker = items[at]?.marker
    if (marker === undefined || marker.level > first.level || marker.goesOn === true) continue
    const goesOn = marker.level === first.level && marker.isBullet === first.isBullet
    if (!goesOn || (count !== undefined && marker.number !== count + 1)) return at
    count = marker.number
  }
  return items.length
}

function writeList(
  items: readonly Item[],
  paragraph: (item: Item) => Block,
  located: Pick<Block, 'place' | 'span' | 'key'>,
): List {
  const level = items[0]?.marker.level ?? 0
  const starts = items.flatMap(({ marker }, index) =>
    index === 0 || (marker.level <= level && marker.goesOn !== true) ? [index] : [],
  )
  const written = starts.map((start, index): ListItem => {
    const [own, ...inner] = items.slice(start, starts[index + 1] ?? items.length)
    const blocks =
      own === undefined ? [] : [paragraph(own), ...insideItem(inner, level, paragraph, located)]
    return { blocks, span: located.span }
  })
  return {
    ...located,
    kind: 'list',
    ordered: items[0]?.marker.isBullet === false,
    start: items[0]?.marker.number ?? 1,
    // Paragraphs of one item stay apart only where a line stands empty between them.
    loose: items.some(({ marker }) => marker.goesOn === true),
    items: written,
  }
}

/** What stands in an item below its first paragraph: further paragraphs and lists, in their order. */
function insideItem(
  items: readonly Item[],
  level: number,
  paragraph: (item: Item) => Block,
  located: Pick<Block, 'place' | 'span' | 'key'>,
): readonly Block[] {
  const goesOn = ({ marker }: Item): boolean => marker.goesOn === true && marker.level <= level
  const [next] = items
  if (next === undefined) return []
  const end = goesOn(next) ? 1 : items.findIndex(goesOn)
  const own = end === -1 ? items : items.slice(0, end)
  const rest = end === -1 ? [] : items.slice(end)
  return [
    ...(goesOn(next) ? [paragraph(next)] : writeLists(own, paragraph, located)),
    ...insideItem(rest, level, paragraph, located),
  ]
}
