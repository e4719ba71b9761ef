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
    if (marker === undefined || marker.level > first.level) continue
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
    index === 0 || marker.level <= level ? [index] : [],
  )
  const written = starts.map((start, index): ListItem => {
    const [own, ...inner] = items.slice(start, starts[index + 1] ?? items.length)
    const blocks =
      own === undefined ? [] : [paragraph(own), ...writeLists(inner, paragraph, located)]
    return { blocks, span: located.span }
  })
  return {
    ...located,
    kind: 'list',
    ordered: items[0]?.marker.isBullet === false,
    start: items[0]?.marker.number ?? 1,
    loose: false,
    items: written,
  }
}
