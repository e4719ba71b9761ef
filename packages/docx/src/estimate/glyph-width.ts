/** Advance widths of a Times-like face from the blank to `~`, in thousandths of an em. */
const latin: readonly number[] = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
  500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
  556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
  722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
  278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
]
const blank = 0x20
/** From here on characters are square, and so are signs that stand in the Chinese face. */
const firstSquare = 0x2e80
const squareSigns = /[“”‘’—…·±×÷≥≤≠≈°℃‰№①-⓿←-⇿∀-⋿─-◿☀-⛿Ⅰ-ⅿ]/u

/** How wide a character is, in ems. */
export function glyphWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0
  const known = latin[code - blank]
  if (known !== undefined) return known / 1000
  return code >= firstSquare || squareSigns.test(character) ? 1 : 0.5
}
