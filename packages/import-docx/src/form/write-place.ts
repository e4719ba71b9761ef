import { childOf, elementsOf, encodeText, findElement, type XmlElement } from '@ziping/office-file'
import { plainLabel } from './cells.ts'
import type { Edit } from './characters.ts'
import type { FoundPlace } from './find-places.ts'

/** The changes that put a value into its place; undefined where the place cannot take it. */
export function editsFor(found: FoundPlace, source: string): readonly Edit[] | undefined {
  switch (found.how) {
    case 'boxes':
      return tick(found)
    case 'behind-label':
      return behindLabel(found, source)
    default:
      return intoCell(found.place.element, found.entry.value.text, source)
  }
}

/** An empty cell: its first paragraph takes the value in the look the paragraph has; blanks to write on go. */
export function intoCell(
  element: XmlElement,
  text: string,
  source: string,
): readonly Edit[] | undefined {
  const paragraph = element.name === 'w:p' ? element : findElement(element, 'w:p')
  if (paragraph === undefined) return undefined
  return [...blanked(paragraph), insertRun(paragraph, text, source)]
}

/** The texts of a paragraph that are only blanks to write on. */
function blanked(paragraph: XmlElement): readonly Edit[] {
  return textsIn(paragraph)
    .filter(({ innerEnd, innerStart }) => innerEnd > innerStart)
    .map(({ innerStart, innerEnd }) => ({ start: innerStart, end: innerEnd, text: '' }))
}

function textsIn(element: XmlElement): readonly XmlElement[] {
  if (element.name === 'w:t') return [element]
  return elementsOf(element).flatMap(textsIn)
}

function insertRun(paragraph: XmlElement, text: string, source: string): Edit {
  const run = runOf(text, lookOf(paragraph, source))
  if (paragraph.innerStart < paragraph.innerEnd || source[paragraph.end - 2] !== '/')
    return { start: paragraph.innerEnd, end: paragraph.innerEnd, text: run }
  const tag = source.slice(paragraph.start, paragraph.end - 2).trimEnd()
  const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? 'w:p'
  return { start: paragraph.start, end: paragraph.end, text: `${tag}>${run}</${name}>` }
}

function runOf(text: string, look: string): string {
  const lines = text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${encodeText(line)}</w:t>`)
  return `<w:r>${look}${lines.join('<w:br/>')}</w:r>`
}

/** Properties of the paragraph's mark: the look Word gives to what is typed there. */
function lookOf(paragraph: XmlElement, source: string): string {
  const last = elementsOf(paragraph).findLast(({ name }) => name === 'w:r')
  const look = childOf(last, 'w:rPr') ?? childOf(childOf(paragraph, 'w:pPr'), 'w:rPr')
  if (look === undefined) return ''
  const kept = elementsOf(look).filter(
    ({ name }) => !/^w:(?:ins|del|moveFrom|moveTo|rPrChange)$/.test(name),
  )
  return `<w:rPr>${kept.map(({ start, end }) => source.slice(start, end)).join('')}</w:rPr>`
}

/** Behind the colon: the blanks that follow give way to the value. */
function behindLabel({ place, entry }: FoundPlace, source: string): readonly Edit[] | undefined {
  const last = place.characters.findLast(({ value }) => !/[\s_＿\u3000]/.test(value))
  if (last === undefined) return intoCell(place.element, entry.value.text, source)
  const paragraph = paragraphAround(place.element, last.start)
  if (paragraph === undefined) return undefined
  const blanks = place.characters
    .filter(({ start, isSign }) => !isSign && start > last.start && start < paragraph.end)
    .map(({ start, end }) => ({ start, end, text: '' }))
  // What asks for a text without a colon asks for it below.
  const gap = /[:：]/.test(last.value) ? '' : '\n'
  return [...blanks, insertRun(paragraph, gap + entry.value.text, source)]
}

function paragraphAround(element: XmlElement, at: number): XmlElement | undefined {
  if (element.name === 'w:p' && element.start <= at && element.end > at) return element
  for (const child of elementsOf(element)) {
    const inside = child.start <= at && child.end > at ? paragraphAround(child, at) : undefined
    if (inside !== undefined) return inside
  }
  return undefined
}

/** Ticks the boxes of the chosen options: □大型 becomes ☑大型, a check box of Word is checked. */
function tick({ place, entry }: FoundPlace): readonly Edit[] | undefined {
  const chosen = ticked(entry.value.text)
  const edits = chosen.map((option) => tickOption(place.characters, option))
  if (edits.some((edit) => edit === undefined)) return undefined
  return edits.flatMap((edit) => edit ?? [])
}

/** 中型 of `□大型 ☑中型`, 否 of `是□ 否☑`. */
function ticked(text: string): readonly string[] {
  const isBefore = /^\s*[□☑]/.test(text)
  const pattern = isBefore ? /☑\s*([^□☑]+)/g : /([^□☑]+?)\s*☑/g
  return [...text.matchAll(pattern)].map(([, option = '']) => plainLabel(option))
}

function tickOption(
  characters: FoundPlace['place']['characters'],
  option: string,
): readonly Edit[] | undefined {
  const boxes = characters.flatMap(({ value }, index) => (/[□☐○]/.test(value) ? [index] : []))
  const wordsBetween = (from: number, to: number): string =>
    plainLabel(
      characters
        .slice(from, to)
        .map(({ value }) => value)
        .join(''),
    )
  const behind = boxes.find(
    (box, index) => wordsBetween(box + 1, boxes[index + 1] ?? characters.length) === option,
  )
  const before = boxes.find((box, index) => {
    const words = wordsBetween(index === 0 ? 0 : (boxes[index - 1] ?? 0) + 1, box)
    return words === option || (index === 0 && words.endsWith(option))
  })
  const startsWith = boxes.find((box, index) =>
    wordsBetween(box + 1, boxes[index + 1] ?? characters.length).startsWith(option),
  )
  // 是□ 否□ ends with a box: its words stand before.
  const endsWithBox = boxes.at(-1) === characters.findLastIndex(({ value }) => !/\s/.test(value))
  const at = endsWithBox ? (before ?? behind) : (behind ?? before ?? startsWith)
  const box = at === undefined ? undefined : characters[at]
  if (box === undefined) return undefined
  const face: Edit = { start: box.start, end: box.end, text: box.isSign ? '<w:t>☑</w:t>' : '☑' }
  const state = childOf(box.control, 'w14:checked')
  return state === undefined
    ? [face]
    : [face, { start: state.start, end: state.end, text: '<w14:checked w14:val="1"/>' }]
}
