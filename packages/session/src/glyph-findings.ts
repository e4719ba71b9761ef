import { type Finding, type Place, placeOfFile } from '@ziping/diagnostics'
import { faceTitles, type MissingCharacter } from '@ziping/pdf'
import { allBookBlocks, type Book } from '@ziping/resolve'
import { glyphLent, glyphMissing } from './build-findings.ts'

/** Characters that print as boxes, or in another face, told where they are first written. */
export function glyphFindings(
  missing: readonly MissingCharacter[],
  book: Book,
): readonly Finding[] {
  if (missing.length === 0) return []
  const seen = new Set<string>()
  return missing.flatMap(({ character, face, by }): readonly Finding[] => {
    if (seen.has(character)) return []
    seen.add(character)
    const place = firstPlaceOf(character, book) ?? placeOfFile('ziping.yaml')
    const title = faceTitles[face]['zh-CN']
    return by === undefined
      ? [glyphMissing(place, { character, face: title })]
      : [glyphLent(place, { character, face: title, by: faceTitles[by]['zh-CN'] })]
  })
}

function firstPlaceOf(character: string, book: Book): Place | undefined {
  for (const run of book.runs)
    for (const block of allBookBlocks(run.blocks))
      if (block.place !== undefined && JSON.stringify(block).includes(character)) return block.place
  return undefined
}
