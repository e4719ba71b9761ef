import { type Place, placeOfFile } from '@ziping/diagnostics'
import { allBookBlocks, type Book } from '@ziping/resolve'

/** Where a picture is shown first. */
export function placeOfPicture(file: string, { runs }: Book): Place {
  for (const { blocks } of runs)
    for (const block of allBookBlocks(blocks))
      if (block.place !== undefined && JSON.stringify(block).includes(JSON.stringify(file)))
        return block.place
  return placeOfFile(file)
}
