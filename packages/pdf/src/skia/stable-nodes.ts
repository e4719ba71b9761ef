/** Where Chromium names the cells of a table's head: by numbers that grow with whatever its page did before. */
const places = /\/(?:ID|Headers|Names|Limits) (?:\[[^\]]*\]|\(node\d{8}\))/g
const name = /\(node(\d{8})\)/g

/**
 * Counts the cells of tables' heads from 1, in the order in which they stand: the numbers depend on how busy the machine
 * was, and so, at times, does which of two is the greater (seen in 153: build a book with a table twice, at the same time).
 * The length stays, and with it every offset.
 */
export function withStableNodes(text: string): string {
  const spots = [...text.matchAll(places)].filter(([spot]) => spot.includes('(node'))
  const words = spots.map(([spot]) => spot)
  // Names over several leaves of their tree stay in the leaves they are in, and so in the order they have.
  const isOneLeaf = words.filter((spot) => spot.startsWith('/Names')).length < 2
  const found = numbersIn(words)
  const standing = [...numbersIn(words.filter((spot) => spot.startsWith('/ID'))), ...found]
  const ordered = [...new Set(isOneLeaf ? standing : found.toSorted())]
  const ranks = new Map(ordered.map((number, index) => [number, index + 1]))
  const parts: string[] = []
  let at = 0
  for (const { 0: spot, index } of spots) {
    const own = spot.replace(name, (_, number: string) => named(ranks.get(number)))
    parts.push(text.slice(at, index), isOneLeaf ? inLeaf(own, ranks.size) : own)
    at = index + spot.length
  }
  return [...parts, text.slice(at)].join('')
}

function numbersIn(spots: readonly string[]): readonly string[] {
  return [
    ...new Set(spots.flatMap((spot) => [...spot.matchAll(name)].map(([, number = '']) => number))),
  ]
}

/** The only leaf of the tree of names lists all of them by name, and says which are the first and the last. */
function inLeaf(spot: string, last: number): string {
  if (spot.startsWith('/Limits')) return `/Limits [${named(1)} ${named(last)}]`
  if (!spot.startsWith('/Names')) return spot
  const entry = /\(node\d{8}\)[^(\]]*R/g
  const sorted = [...spot.matchAll(entry)].map(([one]) => one).toSorted()
  let next = 0
  return spot.replace(entry, () => sorted[next++] ?? '')
}

function named(rank: number | undefined): string {
  return `(node${String(rank ?? 0).padStart(8, '0')})`
}
