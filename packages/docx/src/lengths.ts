/** Points as Word's twentieths. */
export function twips(points: number): number {
  return Math.round(points * 20)
}

/** Points as English metric units, for drawings. */
export function emus(points: number): number {
  return Math.round(points * 12700)
}

/** A padding shared by two sides: half twips go to the first, so that the sum stays right. */
export function twipPair(points: number): readonly [number, number] {
  const both = Math.round(points * 40)
  return [Math.ceil(both / 2), Math.floor(both / 2)]
}
