interface Spanning {
  readonly colspan: number
  readonly rowspan: number
}

/** In which column each cell of each row begins: what a joined cell of a row above covers is passed over. */
export function cellColumns(
  rows: readonly (readonly Spanning[])[],
): readonly (readonly number[])[] {
  // How many rows below this one each column is still covered.
  const covered: number[] = []
  return rows.map((row) => {
    const before = [...covered]
    let column = 0
    const starts = row.map(({ colspan, rowspan }) => {
      while ((before[column] ?? 0) > 0) column++
      const start = column
      for (; column < start + colspan; column++) covered[column] = rowspan
      return start
    })
    covered.forEach((rest, index) => {
      covered[index] = Math.max(0, rest - 1)
    })
    return starts
  })
}
