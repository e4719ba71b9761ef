/** The same numbers between 0 and 1 for the same seed. */
export function numbersFrom(seed: number): () => number {
  let state = (seed + 1) * 0x9e37_79b9
  return () => {
    state = (state + 0x6d2b_79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The same report about something else: some words and numbers of plain sentences differ, its structure does not. */
export function varied(text: string, random: () => number): string {
  const characters = [...text.matchAll(/\p{Script=Han}/gu)].map(([character]) => character)
  return text
    .split('\n')
    .map((line) =>
      /^(?:[#|:：`<]|[表图]：|---|状态|负责人|【)/.test(line)
        ? line
        : changed(line, characters, random),
    )
    .join('\n')
}

function changed(line: string, characters: readonly string[], random: () => number): string {
  return line.replace(/\[[^\]]*\]\([^)]*\)|\p{Script=Han}{2}|\d/gu, (found) => {
    if (found.startsWith('[') || random() > 0.15) return found
    if (/\d/.test(found)) return String(Math.floor(random() * 10))
    return (characters[Math.floor(random() * characters.length)] ?? '') + found.slice(1)
  })
}
