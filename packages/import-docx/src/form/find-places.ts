import { type FormPlace, isEmptyText, plainLabel, showPlace } from './cells.ts'
import type { FormEntry } from './entries.ts'

export type Sureness = 'map' | 'label' | 'similar'

/** Where an entry goes. */
export interface FoundPlace {
  readonly entry: FormEntry
  readonly place: FormPlace
  /** Behind the label in the cell, or in the whole of an empty cell. */
  readonly how: 'cell' | 'behind-label' | 'boxes'
  readonly label: string
  readonly sure: Sureness
  /** How many rows must be added below the place's row, which is the last of its list. */
  readonly rowsBelow: number
}

/** Fields by hand: `{ t1.orgName: 表2第3行第4格 }`, or a label `组织名称`. */
export type FormMap = ReadonlyMap<string, string>

/** Finds the place of every entry by the labels of the office's form; each place is used once. */
export function findPlaces(
  entries: readonly FormEntry[],
  places: readonly FormPlace[],
  map: FormMap,
): readonly (FoundPlace | undefined)[] {
  const used = new Set<string>()
  const free = (place: FormPlace, rowsBelow: number): boolean =>
    !used.has(`${showPlace(place)}+${rowsBelow}`)
  return entries.map((entry) => {
    const found = candidates(entry, places, map).find((one) => free(one.place, one.rowsBelow))
    if (found !== undefined) used.add(`${showPlace(found.place)}+${found.rowsBelow}`)
    return found
  })
}

export function entryName({ value }: FormEntry): string {
  return value.at === undefined ? value.field : `${value.field}.${value.at}`
}

function candidates(
  entry: FormEntry,
  places: readonly FormPlace[],
  map: FormMap,
): readonly FoundPlace[] {
  const asked = map.get(entryName(entry)) ?? map.get(entry.value.field)
  const named = places.find((place) => showPlace(place) === asked)
  if (named !== undefined) return [found(entry, named, howIn(entry, named), asked ?? '', 'map')]
  if (entry.row !== undefined && asked === undefined) return listPlaces(entry, entry.row, places)
  const label = asked ?? entry.label
  const wanted = plainLabel(label)
  if (wanted === '') return []
  const sure: Sureness = asked === undefined ? 'label' : 'map'
  const exact = places.filter((place) => labelsIn(place).includes(wanted))
  const similar = places.filter(
    (place) => !exact.includes(place) && labelsIn(place).some((text) => isSimilar(text, wanted)),
  )
  const ranked = (labels: readonly FormPlace[], how: Sureness): readonly FoundPlace[] =>
    labels
      .flatMap((place) => besides(entry, place, places, how))
      .map((one) => ({ one, rank: rankOf(one, entry, places) }))
      .toSorted((a, b) => b.rank - a.rank)
      .map(({ one }) => one)
  return [...ranked(exact, sure), ...ranked(similar, 'similar')]
}

/** How much of what stands around the value in the award's form stands around the place as well. */
function rankOf({ place }: FoundPlace, entry: FormEntry, places: readonly FormPlace[]): number {
  const row = places.filter(
    (one) => one.table === place.table && one.row === place.row && place.table > 0,
  )
  const texts = new Set(row.map(({ text }) => plainLabel(text)))
  const shared = entry.beside.filter((text) => texts.has(plainLabel(text))).length
  const isAlike = entry.isLine === (place.table === 0) ? 4 : 0
  return isAlike + shared + (entry.above !== '' && isUnder(place, entry.above, places) ? 2 : 0)
}

/** The words of a cell without boxes and what they tick, whole and up to the colon. */
function labelsIn({ text }: FormPlace): readonly string[] {
  const [before = ''] = text.split(/[□☐☑☒○]/)
  const untilColon = /^([^:：]*)[:：]/.exec(before)?.[1] ?? before
  return [plainLabel(before), plainLabel(untilColon)]
}

/** One is the other with a few words more: 单位名称（盖章）. */
function isSimilar(text: string, wanted: string): boolean {
  if (text === '' || wanted.length < 2) return false
  const [short, long] = text.length < wanted.length ? [text, wanted] : [wanted, text]
  return short.length >= 2 && long.includes(short) && short.length * 2 >= long.length
}

/** The places a label can speak of: itself, the cell right of it, the one below. */
function besides(
  entry: FormEntry,
  label: FormPlace,
  places: readonly FormPlace[],
  sure: Sureness,
): readonly FoundPlace[] {
  if (hasBoxes(label) && isTicked(entry)) return [found(entry, label, 'boxes', label.text, sure)]
  const endsOpen = /[:：][\s_＿\u3000]*$/.test(label.text)
  if ((endsOpen && label.table === 0) || (entry.isInLabel && label.table > 0))
    return [found(entry, label, 'behind-label', label.text, sure)]
  const row = places.filter(
    (place) => place.table === label.table && place.row === label.row && label.table > 0,
  )
  const right = row.filter((place) => place.from >= label.to).toSorted((a, b) => a.from - b.from)
  const inColumn = right.filter((place) => isUnder(place, entry.above, places))
  const next = entry.above !== '' && inColumn.length > 0 ? inColumn : right.slice(0, 1)
  const below = places.filter(
    (place) =>
      place.table === label.table &&
      place.row === label.row + 1 &&
      place.from <= label.from &&
      place.to > label.from &&
      isOwnRow(entry, place, places),
  )
  return [...next, ...below]
    .filter((place) => takes(entry, place))
    .map((place) => found(entry, place, howIn(entry, place), label.text, sure))
}

/**
 * Under 2017年 stand the values of many rows: one that begins with a label of its own takes none but what the award's form
 * has beside that label.
 */
function isOwnRow(entry: FormEntry, place: FormPlace, places: readonly FormPlace[]): boolean {
  const own = [entry.label, entry.above, ...entry.beside].map(plainLabel)
  return places
    .filter((one) => one.table === place.table && one.row === place.row && one.to <= place.from)
    .map(({ text }) => plainLabel(text))
    .filter((text) => text !== '' && !/^\d+$/.test(text))
    .every((text) => own.some((label) => label === text || isSimilar(text, label)))
}

function isUnder(place: FormPlace, above: string, places: readonly FormPlace[]): boolean {
  const wanted = plainLabel(above)
  return places.some(
    (head) =>
      head.table === place.table &&
      head.row < place.row &&
      head.from <= place.from &&
      head.to > place.from &&
      plainLabel(head.text) === wanted,
  )
}

/** The n-th row below the heads of a list; behind its last row, rows are added. */
function listPlaces(
  entry: FormEntry,
  row: number,
  places: readonly FormPlace[],
): readonly FoundPlace[] {
  const wanted = plainLabel(entry.above)
  if (wanted === '') return []
  const heads = entry.heads.map(plainLabel).filter((head) => head !== '')
  const heading = places.filter((place) => {
    if (plainLabel(place.text) !== wanted || place.table === 0) return false
    const rowTexts = places
      .filter((one) => one.table === place.table && one.row === place.row)
      .map((one) => plainLabel(one.text))
    return (
      heads.length === 0 ||
      heads.filter((head) => rowTexts.includes(head)).length * 2 > heads.length
    )
  })
  return heading.flatMap((head): readonly FoundPlace[] => {
    const column = places
      .filter(
        (place) => place.table === head.table && place.row > head.row && place.from === head.from,
      )
      .toSorted((a, b) => a.row - b.row)
      .filter((_place, index, all) => all.slice(0, index + 1).some((one) => !one.joinsUp))
    const end = column.findIndex((place) => !isEmptyText(place.text))
    const empty = end === -1 ? column : column.slice(0, end)
    const place = empty[Math.min(row, empty.length - 1)]
    if (place === undefined) return []
    const rowsBelow = Math.max(0, row - empty.length + 1)
    return [{ entry, place, how: 'cell', label: head.text, sure: 'label', rowsBelow }]
  })
}

function takes(entry: FormEntry, place: FormPlace): boolean {
  if (place.joinsUp) return false
  return isEmptyText(place.text) || (hasBoxes(place) && isTicked(entry))
}

function howIn(entry: FormEntry, place: FormPlace): FoundPlace['how'] {
  if (hasBoxes(place) && isTicked(entry)) return 'boxes'
  return isEmptyText(place.text) ? 'cell' : 'behind-label'
}

function hasBoxes({ text }: FormPlace): boolean {
  return /[□☐○]/.test(text)
}

function isTicked({ value }: FormEntry): boolean {
  return /[□☑]/.test(value.text)
}

function found(
  entry: FormEntry,
  place: FormPlace,
  how: FoundPlace['how'],
  label: string,
  sure: Sureness,
): FoundPlace {
  return {
    entry,
    place,
    how,
    label: label.replaceAll(/\s+/g, ' ').trim().slice(0, 30),
    sure,
    rowsBelow: 0,
  }
}
