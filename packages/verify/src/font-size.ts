/** 字号 and their points, as every Chinese word processor has them. */
const sizes: ReadonlyMap<string, number> = new Map([
  ['初号', 42],
  ['小初', 36],
  ['一号', 26],
  ['小一', 24],
  ['二号', 22],
  ['小二', 18],
  ['三号', 16],
  ['小三', 15],
  ['四号', 14],
  ['小四', 12],
  ['五号', 10.5],
  ['小五', 9],
  ['六号', 7.5],
  ['小六', 6.5],
  ['七号', 5.5],
  ['八号', 5],
])

/** Points of `三号`, `小四号`, `12磅`, `12pt` or `12`; undefined for any other word. */
export function pointsOf(size: string): number | undefined {
  const name = size.normalize('NFKC').replaceAll(/\s/g, '')
  const known = sizes.get(name) ?? sizes.get(name.replace(/^(小.)号$/, '$1'))
  if (known !== undefined) return known
  const typed = /^(\d+(?:\.\d+)?)(?:磅|pt|点)?$/i.exec(name)?.[1]
  return typed === undefined ? undefined : Number(typed)
}

/** `四号（14 磅）`, or the points alone. */
export function sizeName(points: number): string {
  for (const [name, size] of sizes) if (Math.abs(size - points) < 0.05) return name
  return `${points}`
}
