import type { BookExhibit } from '@ziping/resolve'
import { exhibitNumber } from '../anchors.ts'
import type { Element } from '../element.ts'
import { exhibitPageMissing } from '../findings.ts'
import { placeImage } from '../images.ts'
import { paragraph } from '../paragraphs.ts'
import { pictureType } from '../pictures.ts'
import { grid } from '../table-cells.ts'
import { run, textRuns } from '../text-runs.ts'
import { lookOf, placeFor, type Room, readableLook, type Writing } from '../writing.ts'
import { breakOf, roomAbove, type Start, type Written } from './start.ts'

/** A piece of evidence with its title, in a place of exactly its height. */
export function writeExhibit(
  exhibit: BookExhibit,
  start: Start,
  room: Room,
  writing: Writing,
): readonly Written[] {
  const { title, height, anchor } = exhibit
  const before = roomAbove(exhibit.before, start)
  const look = lookOf('Caption', writing)
  const number = exhibitNumber(title) ?? ''
  const at = title.indexOf(number)
  const head = paragraph({ style: 'Caption', before, keepNext: true, ...breakOf(start) }, [
    ...textRuns(title.slice(0, at), look),
    ...writing.anchors.mark(anchor, textRuns(number, look)),
    ...textRuns(title.slice(at + number.length), look),
  ])
  const { line: titleLine, size } = writing.looks.Caption.text
  const below = height - titleLine * linesOf(title, room.width / size)
  const place = { width: room.width, height: Math.max(below, 1) }
  const picture = exhibitRuns(exhibit, place, writing)
  if (picture === undefined) return [head, framed(exhibit, place, writing)]
  const line = { height: place.height, rule: 'atLeast' } as const
  return [head, paragraph({ style: 'Figure', line, keepNext: false }, picture)]
}

interface ExhibitPlace {
  readonly width: number
  readonly height: number
}

/** Where there is no picture: why, or the title again, in a frame as large as the picture would be. */
function framed(
  { shows, title }: BookExhibit,
  { width, height }: ExhibitPlace,
  writing: Writing,
): Element {
  const { table } = writing.book.layout
  const text = shows.kind === 'statement' ? shows.text : `〔${title}〕`
  const words = textRuns(text, lookOf('Normal', writing))
  const blocks = [paragraph({ style: 'Normal', align: 'center' }, words)]
  const cell = { columns: 1, align: 'center', blocks } as const
  // A table ends in a paragraph, and its lines take room: a frame as high as the place would turn the page.
  const minHeight = Math.max(height - 2 * table.border - 2, 1)
  const look = { columns: [width - table.border], border: 'single' } as const
  return grid([{ cells: [cell], minHeight }], { ...look, padding: table.padding, side: table.side })
}

/** A title of two lines leaves its picture so much less. What nearly fills its line is taken to need another. */
function linesOf(title: string, characters: number): number {
  // Latin letters and digits are half as wide as Chinese characters, some a little more.
  const wide = [...title].reduce((sum, one) => sum + (one < '\u2000' ? 0.55 : 1), 0)
  return Math.max(1, Math.ceil(wide / characters))
}

function exhibitRuns(
  exhibit: BookExhibit,
  most: ExhibitPlace,
  writing: Writing,
): readonly Element[] | undefined {
  const { shows, title } = exhibit
  if (writing.material.exhibits === 'titles') return undefined
  const look = readableLook(writing)
  switch (shows.kind) {
    case 'image':
      return placeImage(shows.image, look, writing, exhibit.place)
    case 'statement':
      return undefined
    case 'pdf-page': {
      const page = writing.material.pages?.(shows.file, shows.page)
      const type = page === undefined ? undefined : pictureType(page.bytes)
      if (page === undefined || type === undefined) {
        const place = placeFor(exhibit.place, writing)
        writing.find(exhibitPageMissing(place, { title, file: shows.file }))
        return undefined
      }
      // A point less than the place: a line is a little taller than the picture in it.
      const scale = Math.min(most.width / page.width, (most.height - 2) / page.height)
      const size = { width: page.width * scale, height: page.height * scale }
      const drawing = writing.pictures.place({ bytes: page.bytes, type, alt: title, ...size })
      return [run([drawing], { ...look, marks: [] })]
    }
    default:
      return shows satisfies never
  }
}
