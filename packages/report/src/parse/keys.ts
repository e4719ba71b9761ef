import type { Block, ListItem } from '../block.ts'
import type { SourceText } from '../source-text.ts'

/** Names every block by what it says, so that it is found again after others have moved. */
export function assignKeys(blocks: readonly Block[], source: SourceText): readonly Block[] {
  const used = new Map<string, number>()
  const keyed = (block: Block): Block => {
    const words = source.slice(block.span).replace(/\s+/g, '')
    const base = `${block.kind}-${fingerprint(words)}`
    const count = (used.get(base) ?? 0) + 1
    used.set(base, count)
    const key = count === 1 ? base : `${base}-${count}`
    switch (block.kind) {
      case 'quote':
      case 'box':
      case 'landscape':
      case 'footnote':
        return { ...block, key, blocks: block.blocks.map(keyed) }
      case 'list':
        return {
          ...block,
          key,
          items: block.items.map((item): ListItem => ({ ...item, blocks: item.blocks.map(keyed) })),
        }
      default:
        return { ...block, key }
    }
  }
  return blocks.map(keyed)
}

/** FNV-1a over UTF-16 units, twice with different seeds: 52 bits in base 36. */
function fingerprint(text: string): string {
  let a = 0x811c9dc5
  let b = 0x01000193
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x85ebca6b)
  }
  return ((a >>> 0) * 0x100000 + ((b >>> 12) & 0xfffff)).toString(36)
}
