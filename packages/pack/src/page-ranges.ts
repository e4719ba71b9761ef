/** `1、3—5、9`: page numbers as people write them. */
export function pageRanges(pages: readonly number[]): string {
  const ranges: { from: number; to: number }[] = []
  for (const page of pages) {
    const last = ranges.at(-1)
    if (last !== undefined && last.to === page - 1) last.to = page
    else ranges.push({ from: page, to: page })
  }
  return ranges
    .map(({ from, to }) =>
      from === to ? `${from}` : `${from}${to === from + 1 ? '、' : '—'}${to}`,
    )
    .join('、')
}
