import type { Field } from '@ziping/award'
import type { FormContent, FormRow, FormValue } from './form-value.ts'
import { printNumber } from './number-text.ts'
import { unitOf } from './read/read-single.ts'

/** A value as the form prints it, without its unit; nothing while there is none. */
export function printValue(value: FormValue | undefined, field: Field): string {
  switch (value?.kind) {
    case 'given':
    case 'filled':
    case 'computed':
      return printContent(value.content, field)
    case 'none':
      return isQuantity(field) ? '/' : value.written
    default:
      return ''
  }
}

export function printContent(content: FormContent, field: Field): string {
  switch (content.kind) {
    case 'text':
      return content.text
    case 'number':
      return printNumber(content.number, field.decimals ?? decimalsIn(content.text))
    case 'boolean':
      return content.value ? '是' : '否'
    case 'date':
      return printDate(content.date)
    case 'period':
      return printPeriod(content.from, content.to)
    case 'industry':
      return [content.code, content.name].filter((part) => part !== undefined).join(' ')
    case 'choice':
      return content.ids.map((id) => optionLabel(field, id)).join('、')
    case 'certificate':
      return printCertificate(content)
    case 'counts':
      return field.options
        .map(({ id, label }) => `${label}${printQuantity(content.cells.get(id), field)}`)
        .join('、')
    case 'list':
      return content.rows.map((row) => printRow(row, field)).join('\n')
    case 'series':
    case 'image':
      return ''
    default:
      return content satisfies never
  }
}

/** `是☑ 否□` as the notices print it, `□大型 ☑中型 □小型` where an option precedes its words. */
export function printBoxes(value: FormValue | undefined, field: Field): string {
  const content = value !== undefined && 'content' in value ? value.content : undefined
  if (field.type === 'boolean') {
    const chosen = content?.kind === 'boolean' ? content.value : undefined
    return `是${box(chosen === true)} 否${box(chosen === false)}`
  }
  const ids = content?.kind === 'choice' ? content.ids : []
  return field.options.map(({ id, label }) => `${box(ids.includes(id))}${label}`).join(' ')
}

function box(ticked: boolean): string {
  return ticked ? '☑' : '□'
}

/** `2020-08-14` as 2020年8月14日, `2018-01` as 2018年1月. */
export function printDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`
}

function printPeriod(from: string, to: string | undefined): string {
  return `${printDate(from)}至${to === undefined ? '今' : printDate(to)}`
}

function printCertificate(content: FormContent & { readonly kind: 'certificate' }): string {
  const { date, number, text } = content
  return [
    ...(date === undefined ? [] : [printDate(date)]),
    ...(number === undefined ? [] : [`证书号 ${number}`]),
    ...(text === undefined ? [] : [text]),
  ].join('，')
}

function printQuantity(value: FormValue | undefined, field: Field): string {
  const text = printValue(value, { ...field, type: 'integer' })
  return text === '' || text === '/' ? text : `${text}${unitOf(field) ?? ''}`
}

/** A row that stands in one cell: its columns one after another, `from` and `to` as a period. */
function printRow({ cells }: FormRow, { columns }: Field): string {
  const printed = columns.map((column) => {
    const text = printValue(cells.get(column.id), column)
    if (column.id === 'from') return `${text}至${printEnd(cells.get('to'))}`
    return column.id === 'to' && cells.has('from') ? '' : text
  })
  return printed.filter((text) => text !== '').join('　')
}

function printEnd(to: FormValue | undefined): string {
  const content = to !== undefined && 'content' in to ? to.content : undefined
  return content?.kind === 'date' ? printDate(content.date) : '今'
}

export function optionLabel({ options }: Field, id: string): string {
  return options.find((option) => option.id === id)?.label ?? id
}

function isQuantity({ type }: Field): boolean {
  return type === 'integer' || type === 'decimal' || type === 'money' || type === 'percent'
}

function decimalsIn(text: string): number {
  return /\.(\d+)/u.exec(text)?.[1]?.length ?? 0
}
