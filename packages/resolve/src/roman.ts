const values = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

/** A page number in small roman figures. */
export function roman(number: number): string {
  let rest = number
  let text = ''
  for (const [letters, value] of values)
    while (rest >= value) {
      text += letters
      rest -= value
    }
  return text
}
