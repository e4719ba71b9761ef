/** File-name order as people mean it: 2.md before 10.md, the same on every machine. */
export function naturalOrder(a: string, b: string): number {
  const left = parts(a)
  const right = parts(b)
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const x = left[i]
    const y = right[i]
    if (x === undefined || y === undefined) return x === undefined ? -1 : 1
    if (x === y) continue
    const numeric = /^\d/.test(x) && /^\d/.test(y) ? Number(x) - Number(y) : 0
    if (numeric !== 0) return numeric
    return x < y ? -1 : 1
  }
  return 0
}

function parts(name: string): readonly string[] {
  return name.normalize('NFC').match(/\d+|\D+/g) ?? []
}
