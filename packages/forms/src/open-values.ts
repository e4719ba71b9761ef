import type { Award } from '@ziping/award'
import type { Place } from '@ziping/diagnostics'
import type { DataFile, DataPath } from '@ziping/report'
import { fieldsOf } from './award-fields.ts'
import { applicantFacts } from './facts/applicant-facts.ts'
import type { Fact } from './facts/fact.ts'
import { readGap } from './gap.ts'
import { isPlainMap } from './plain-data.ts'
import { typedText } from './typed-text.ts'

/** Something in the data that somebody still has to find out: `待查: 财务部 7月20日`. */
export interface OpenValue {
  readonly place: Place
  /** `t1.fax`, `revenue.values.2019` */
  readonly path: string
  readonly label: string
  /** As written behind 待查. */
  readonly note?: string
  /** Who looks, where the note says so. */
  readonly who?: string
  /** Until when, `2020-07-20`. */
  readonly due?: string
}

/** The data files of a workspace, as far as there are any. */
export interface OpenSources {
  readonly award: Pick<Award, 'forms'>
  readonly files: readonly (DataFile | undefined)[]
  /** Days without a year are of this one. */
  readonly year: number | undefined
}

/** All open values, in the order in which they stand. */
export function openValues({ award, files, year }: OpenSources): readonly OpenValue[] {
  const labels = new Map([
    ...factLabels(applicantFacts, ''),
    ...fieldsOf(award).flatMap(({ id, label, columns }) => [
      [id, label] as const,
      ...columns.map((column) => [`${id}.#.${column.id}`, column.label] as const),
    ]),
  ])
  return files.flatMap((file) =>
    file === undefined ? [] : openIn(file, file.value, [], { labels, year }),
  )
}

interface Known {
  readonly labels: ReadonlyMap<string, string>
  readonly year: number | undefined
}

function openIn(
  file: DataFile,
  value: unknown,
  path: DataPath,
  known: Known,
): readonly OpenValue[] {
  const gap = path.length === 0 ? undefined : readGap(value, typedText(file, path, value))
  if (gap !== undefined) return gap.kind === 'open' ? [found(file, path, gap.note, known)] : []
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => openIn(file, item, [...path, index], known))
  if (!isPlainMap(value)) return []
  return Object.entries(value).flatMap(([key, item]) => openIn(file, item, [...path, key], known))
}

function found(
  file: DataFile,
  path: DataPath,
  note: string | undefined,
  { labels, year }: Known,
): OpenValue {
  const dotted = path.join('.')
  const told = note === undefined ? {} : readNote(note, year)
  return {
    place: file.placeOf(path),
    path: dotted,
    label: labelOf(dotted, labels) ?? titleIn(file, path),
    ...(note === undefined ? {} : { note }),
    ...told,
  }
}

/** The label of the value, or of what it is a part of: `t3.sales.2019` is 销售额 2019. */
function labelOf(path: string, labels: ReadonlyMap<string, string>): string | undefined {
  const own = labels.get(path)
  if (own !== undefined) return own
  const cut = path.lastIndexOf('.')
  if (cut < 0) return undefined
  const parent = labelOf(path.slice(0, cut), labels)
  const last = path.slice(cut + 1)
  const column = labels.get(path.replace(/\.\d{1,3}(?=\.)/u, '.#'))
  const part = column ?? (/^\d{1,3}$/u.test(last) ? `第${Number(last) + 1}行` : last)
  return parent === undefined ? undefined : `${parent} ${part}`
}

/** An indicator or a piece of evidence goes by its own name. */
function titleIn(file: DataFile, [id, ...rest]: DataPath): string {
  const entry = isPlainMap(file.value) ? file.value[String(id)] : undefined
  const title = isPlainMap(entry) ? (entry['title'] ?? entry['name']) : undefined
  const parts = rest.map((part) => partNames[String(part)] ?? String(part))
  return [typeof title === 'string' ? title : String(id), ...parts].filter(Boolean).join(' ')
}

/** As the index of evidence and the indicators call their parts. */
const partNames: Readonly<Record<string, string>> = {
  issuer: '颁发机构',
  issuerType: '颁发机构类别',
  issued: '颁发日期',
  expires: '有效期至',
  kind: '种类',
  level: '级别',
  number: '编号',
  values: '',
  target: '目标',
  benchmark: '标杆',
  competitor: '竞争对手',
  industry: '行业平均',
  source: '数据来源',
}

function factLabels({ members = [] }: Fact, path: string): readonly (readonly [string, string])[] {
  return members.flatMap((member) => {
    const here = path === '' ? member.key : `${path}.${member.key}`
    return [[here, member.label] as const, ...factLabels(member, here)]
  })
}

const day = /(?:(\d{4})\s*[-年./])?\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?(?:前|之前|以前)?/u

/** Who, and until when, in either order. */
function readNote(
  note: string,
  year: number | undefined,
): { readonly who?: string; readonly due?: string } {
  const match = day.exec(note)
  const who = (match === null ? note : note.replace(match[0], '')).replace(
    /^[\s,，、;；]+|[\s,，、;；]+$/gu,
    '',
  )
  const due = match === null ? undefined : dateOf(match, year)
  return {
    ...(who === '' ? {} : { who }),
    ...(due === undefined ? {} : { due }),
  }
}

function dateOf(
  [, written, month = '', date = '']: RegExpExecArray,
  year: number | undefined,
): string | undefined {
  const full = written ?? (year === undefined ? undefined : String(year))
  const isDate =
    Number(month) >= 1 && Number(month) <= 12 && Number(date) >= 1 && Number(date) <= 31
  if (full === undefined || !isDate) return undefined
  return `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}
