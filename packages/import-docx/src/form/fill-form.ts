import type { PrintedForm } from '@ziping/forms'
import { readXml, repack, writeZip } from '@ziping/office-file'
import { openDocx } from '../package/open-docx.ts'
import { refuse, telling } from '../package/refusals.ts'
import { type FormPlace, placesOf, showPlace } from './cells.ts'
import { applyEdits, type Edit } from './characters.ts'
import { entriesOf, type FormEntry } from './entries.ts'
import {
  entryName,
  type FormMap,
  type FoundPlace,
  findPlaces,
  type Sureness,
} from './find-places.ts'
import { editsFor, intoCell } from './write-place.ts'

/** A field and the place of the office's form where it goes. */
export interface PlacedField {
  readonly field: string
  readonly label: string
  /** 表2第3行第4格 */
  readonly cell: string
  readonly sure: Sureness
  readonly value: string
}

export interface UnplacedField {
  readonly field: string
  readonly label: string
  readonly value: string
  readonly why: 'no-label' | 'no-room'
}

export interface FilledForm {
  readonly file: Uint8Array
  readonly placed: readonly PlacedField[]
  readonly notPlaced: readonly UnplacedField[]
}

export interface FillOptions {
  /** The form's name, for messages. */
  readonly file: string
  readonly forms: readonly PrintedForm[]
  readonly map: FormMap
}

/** Fills the office's own form by the labels in its cells; what is not touched stays byte for byte. */
export function fillForm(bytes: Uint8Array, options: FillOptions): FilledForm {
  return telling(options.file, () => fill(bytes, options))
}

function fill(bytes: Uint8Array, { file, forms, map }: FillOptions): FilledForm {
  const docx = openDocx(bytes, file)
  const source = docx.text(docx.main)
  const root = docx.xml(docx.main)
  if (source === undefined || root === undefined) throw refuse('broken', file)
  const entries = forms.flatMap(entriesOf)
  const found = findPlaces(entries, placesOf(root, source), map)
  const edits: Edit[] = []
  const placed: PlacedField[] = []
  const notPlaced: UnplacedField[] = []
  const added = new Map<string, Addition>()
  for (const [index, entry] of entries.entries()) {
    const at = found[index]
    const own = at === undefined ? undefined : place(at, source, added)
    if (at !== undefined && own !== undefined) {
      edits.push(...own)
      placed.push({ ...shown(entry), label: at.label, cell: cellName(at), sure: at.sure })
    } else if (entry.value.text !== '')
      notPlaced.push({ ...shown(entry), why: at === undefined ? 'no-label' : 'no-room' })
  }
  const text = applyEdits(source, [...edits, ...addedRows(added, source)])
  // A change that spoiled the part would be found here, not by the office.
  readXml(text)
  const content = new TextEncoder().encode(asUtf8(text))
  const filled = docx.entry(docx.main)
  const all = docx.entries.map((entry) => (entry === filled ? repack(entry, content) : entry))
  return { file: writeZip(all), placed, notPlaced }
}

/** The part is written as UTF-8, whatever it was read from. */
function asUtf8(text: string): string {
  return text.replace(/^(<\?xml\s[^>]*?encoding\s*=\s*)(["'])UTF-16(?:LE|BE)?\2/i, '$1$2UTF-8$2')
}

/** Rows that go behind the last one of a list. */
interface Addition {
  readonly last: FormPlace
  readonly values: { readonly row: number; readonly place: FormPlace; readonly text: string }[]
}

function place(
  at: FoundPlace,
  source: string,
  added: Map<string, Addition>,
): readonly Edit[] | undefined {
  if (at.entry.value.text === '') return []
  if (at.rowsBelow === 0) return editsFor(at, source)
  const key = `${at.place.table}.${at.place.row}`
  const addition = added.get(key) ?? { last: at.place, values: [] }
  addition.values.push({ row: at.rowsBelow, place: at.place, text: at.entry.value.text })
  added.set(key, addition)
  return []
}

/** Copies of a list's last row, each with its values. */
function addedRows(added: ReadonlyMap<string, Addition>, source: string): readonly Edit[] {
  return [...added.values()].flatMap(({ last, values }): readonly Edit[] => {
    const row = last.rowElement
    if (row === undefined) return []
    const count = Math.max(...values.map((value) => value.row))
    const rows = Array.from({ length: count }, (_, index) => {
      const own = values.filter((value) => value.row === index + 1)
      const edits = own.flatMap((value) => intoCell(value.place.element, value.text, source) ?? [])
      const moved = edits.map(({ start, end, text }) => ({
        start: start - row.start,
        end: end - row.start,
        text,
      }))
      return applyEdits(source.slice(row.start, row.end), moved)
    })
    // Ids of paragraphs must not come twice.
    const text = rows.join('').replaceAll(/\s+w14:(?:paraId|textId)="[^"]*"/g, '')
    return [{ start: row.end, end: row.end, text }]
  })
}

function cellName(at: FoundPlace): string {
  return at.rowsBelow === 0
    ? showPlace(at.place)
    : `${showPlace(at.place)}之后新增第${at.rowsBelow}行`
}

function shown(entry: FormEntry): Pick<PlacedField, 'field' | 'label' | 'value'> {
  return { field: entryName(entry), label: entry.label || entry.above, value: entry.value.text }
}
