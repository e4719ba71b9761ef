/** Where Chromium names the cells of a table's head: by numbers that grow with whatever its page did before. */
const places = /\/(?:ID|Headers|Names|Limits) (?:\[[^\]]*\]|\(node\d{8}\))/g
const name = /\(node(\d{8})\)/g

/**
 * Counts the cells of tables' heads from 1, in the order they have: the numbers depend on how busy the machine was (seen in
 * 153: build a book with a table twice, at the same time). The length stays, and with it every offset.
 */
export function withStableNodes(text: string): string {
  const spots = [...text.matchAll(places)].filter(([spot]) => spot.includes('(node'))
  const numbers = new Set(
    spots.flatMap(([spot]) => [...spot.matchAll(name)].map(([, n = '']) => n)),
  )
  const ranks = new Map([...numbers].toSorted().map((number, index) => [number, index + 1]))
  const parts: string[] = []
  let at = 0
  for (const { 0: spot, index } of spots) {
    const own = spot.replace(name, (_, number: string) => `(node${padded(ranks.get(number))})`)
    parts.push(text.slice(at, index), own)
    at = index + spot.length
  }
  return [...parts, text.slice(at)].join('')
}

function padded(rank: number | undefined): string {
  return String(rank ?? 0).padStart(8, '0')
}
