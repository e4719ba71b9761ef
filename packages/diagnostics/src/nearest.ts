/** The candidate closest to what was typed, if any is close enough to be meant. */
export function nearest(typed: string, candidates: Iterable<string>): string | undefined {
  const wanted = [...typed.normalize('NFKC').toLowerCase()]
  let best: string | undefined
  let bestDistance = Math.max(2, Math.floor(wanted.length / 3)) + 1
  for (const candidate of candidates) {
    const letters = [...candidate.normalize('NFKC').toLowerCase()]
    // The first letter is seldom wrong: `lnit` is `lint`, not `init`.
    const distance = editDistance(wanted, letters) + (letters[0] === wanted[0] ? 0 : 0.5)
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Levenshtein distance with neighbouring swaps counted once, as typing slips are. */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let beforePrevious: number[] = []
  let previous = b.map((_, index) => index + 1)
  previous.unshift(0)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let value = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + cost,
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (beforePrevious[j - 2] ?? 0) + 1)
      current.push(value)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.length] ?? a.length
}
