import { readDate } from '@ziping/award'
import { type CodeFault, creditCodeFault, idNumberFault, normalizeCode } from './check-digits.ts'
import { readNumber } from './number-text.ts'
import { readPeriod } from './read-period.ts'
import type { Scalar, ScalarKind } from './scalar.ts'

/** A typed value, perhaps with a doubt about it; or none, where the text can't be of the kind. */
export interface ScalarReading {
  readonly scalar?: Scalar
  readonly doubt?: CodeFault
}

const telephone = /^(?:\+?86[- ]?)?(?:[(]?0\d{2,3}[)]?[- ]?)?[2-9]\d{6,7}(?:[-转 ]\d{1,6})?$/u
const serviceNumber = /^[48]00[- ]?\d{3}[- ]?\d{4}$/u
const mobileNumber = /^(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}$/u
const emailAddress = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/u
const industryCode = /^([A-Ta-t]?)(\d{4})(?:\s*(\D.*))?$/u

/** Reads a typed text as a value of a kind; `unit` may follow a number. */
export function readScalar(
  kind: ScalarKind,
  text: string,
  unit: string | undefined = undefined,
): ScalarReading {
  const typed = text.trim()
  const plain = typed.normalize('NFKC')
  switch (kind) {
    case 'text':
      return { scalar: { kind: 'text', text: typed } }
    case 'integer':
    case 'number':
    case 'percent':
      return readQuantity(kind, typed, unit)
    case 'date':
    case 'month':
    case 'year':
    case 'dayOrMonth':
      return readCalendar(kind, typed)
    case 'period':
      return some(readPeriod(typed), (period) => ({ kind: 'period', ...period }))
    case 'boolean':
      return some(readBoolean(plain), ({ value }) => ({ kind: 'boolean', value }))
    case 'phone':
      return matching(plain, telephone, mobileNumber, serviceNumber)
    case 'mobile':
      return matching(plain, mobileNumber)
    case 'email':
      return matching(plain, emailAddress)
    case 'postcode':
    case 'region':
      return matching(plain, /^\d{6}$/u)
    case 'uscc':
      return readCode(plain, creditCodeFault(plain))
    case 'idcard':
      return readCode(plain, idNumberFault(plain))
    case 'industry':
      return readIndustry(plain)
    default:
      return kind satisfies never
  }
}

function some<Found>(found: Found | undefined, make: (found: Found) => Scalar): ScalarReading {
  return found === undefined ? {} : { scalar: make(found) }
}

function readQuantity(
  kind: 'integer' | 'number' | 'percent',
  text: string,
  unit: string | undefined,
): ScalarReading {
  const found = readNumber(text)
  if (found === undefined || (kind === 'integer' && !found.number.isInteger())) return {}
  const wanted = [unit, kind === 'percent' ? '%' : undefined]
  if (found.unit !== '' && !wanted.includes(found.unit)) return {}
  return { scalar: { kind: 'number', number: found.number, text } }
}

/** A day is more than the month asked for: what is too fine is shortened. */
function readCalendar(kind: 'date' | 'month' | 'year' | 'dayOrMonth', text: string): ScalarReading {
  const { least, most } = precision[kind]
  const date = readDate(text)
  return date === undefined || date.length < least
    ? {}
    : { scalar: { kind: 'date', date: date.slice(0, most) } }
}

/** How long a date is at least and at most, as `2020-08-14`, `2020-08`, `2020`. */
const precision = {
  date: { least: 10, most: 10 },
  month: { least: 7, most: 7 },
  year: { least: 4, most: 4 },
  dayOrMonth: { least: 7, most: 10 },
} as const

function readBoolean(text: string): { readonly value: boolean } | undefined {
  if (/^(?:是|有|true|yes)$/iu.test(text)) return { value: true }
  return /^(?:否|无|不是|没有|false|no)$/iu.test(text) ? { value: false } : undefined
}

function matching(text: string, ...patterns: readonly RegExp[]): ScalarReading {
  return patterns.some((pattern) => pattern.test(text)) ? { scalar: { kind: 'text', text } } : {}
}

/** A wrong length or character is no code; a wrong check digit may be the office's own (early codes). */
function readCode(text: string, fault: CodeFault | undefined): ScalarReading {
  if (fault === 'length' || fault === 'character') return {}
  const scalar: Scalar = { kind: 'text', text: normalizeCode(text) }
  return fault === undefined ? { scalar } : { scalar, doubt: fault }
}

function readIndustry(text: string): ScalarReading {
  const [, letter, digits, name] = industryCode.exec(text) ?? []
  if (letter === undefined || digits === undefined) return {}
  const code = letter.toUpperCase() + digits
  return { scalar: { kind: 'industry', code, ...(name === undefined ? {} : { name }) } }
}
