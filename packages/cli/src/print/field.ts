import { isSpecified } from '@ziping/award'
import { showPlace } from '@ziping/diagnostics'
import {
  type ExplainedField,
  type ExplainedYear,
  type FormValue,
  maskPersonal,
  plainFormula,
  type UsedInput,
} from '@ziping/forms'
import { type Context, say } from '../context.ts'
import { sizeLines } from './field-size.ts'
import { displayWidth, padEnd, padStart } from './width.ts'

/** A field of the form for a person: what stands in it, by which formula, from which figures. */
export function showField(explained: ExplainedField, context: Context): string {
  const { field, form, indicator, years } = explained
  const { style } = context
  const unit = indicator?.unit ?? (isSpecified(field.unit) ? field.unit : undefined)
  const head = `${style.bold(field.id)}  ${field.label}${unit === undefined ? '' : `（${unit}）`}  ${style.dim(form)}`
  return [
    head,
    ...formula(explained, context),
    ...years.flatMap((year) => ['', ...showYear(year, explained, context)]),
    ...(indicator === undefined ? ['', ...origin(explained, context)] : []),
    ...sizeLines(explained, context),
    ...(field.hint === undefined
      ? []
      : ['', `${say(context, '填写提示：', 'Hint: ')}${field.hint}`]),
  ].join('\n')
}

function formula({ indicator }: ExplainedField, context: Context): readonly string[] {
  if (indicator === undefined) return []
  const { formula: quoted, notes, traps, printedUnit, unit } = indicator
  const misprint = say(
    context,
    `申报表印的单位是“${printedUnit}”，照印；数值按公式的单位“${unit}”填写`,
    `The form prints the unit “${printedUnit}” and keeps it; the value is in “${unit}”`,
  )
  return [
    ...(quoted === undefined
      ? [
          `  ${say(context, '通知没有给出公式，按通行的算法：', 'The notice gives no formula; the usual one: ')}${indicator.expression}`,
        ]
      : [`  ${say(context, '通知的公式：', 'The notice: ')}${plainFormula(quoted)}`]),
    ...notes.map((note) => `  ${note}`),
    ...traps.map((trap) => `  ${say(context, '注意：', 'Mind: ')}${trap}`),
    ...(printedUnit === undefined || printedUnit === unit ? [] : [`  ${misprint}`]),
  ]
}

function showYear(
  { year, cell, steps, given }: ExplainedYear,
  { indicator }: ExplainedField,
  context: Context,
): readonly string[] {
  const { style } = context
  const unit = indicator?.unit ?? ''
  const result =
    cell.kind === 'value'
      ? style.bold(`${cell.text} ${unit}`)
      : cell.kind === 'undecided'
        ? style.yellow(say(context, '算不出来', 'cannot be computed'))
        : style.red(cell.words[context.language].message)
  return [
    `${style.bold(`${year}${say(context, '年', '')}`)}  ${result}`,
    ...inputLines(cell.inputs, context),
    ...steps.map(({ words, figures, result: value }) => {
      const inFigures = figures === words ? '' : ` = ${figures}`
      return `    ${words}${inFigures} = ${value}`
    }),
    ...(cell.kind === 'undecided' ? cell.missing : []).map(({ label, id, field }) => {
      const where = field === undefined ? '' : `${field}.${year}、`
      return `  ${style.yellow(say(context, '还缺：', 'missing: '))}${label}（${say(
        context,
        `写在 ${where}organization.figures.${id} 或 indicators 的 ${id}`,
        `write it in ${where}organization.figures.${id} or the indicator ${id}`,
      )}）`
    }),
    ...(cell.kind === 'undecided' ? [] : cell.problems).map(
      ({ kind, message }) =>
        `  ${style.red(kind === 'range' ? say(context, `应在 ${message} 之内`, `must lie within ${message}`) : message)}`,
    ),
    ...(given === undefined
      ? []
      : [
          `  ${say(context, '申报表里手工填的是', 'Given by hand')} ${given.text}  ${style.cyan(showPlace(given.place))}`,
        ]),
  ]
}

function inputLines(inputs: readonly UsedInput[], context: Context): readonly string[] {
  const labels = Math.max(0, ...inputs.map(({ label }) => displayWidth(label)))
  const figures = Math.max(0, ...inputs.map((input) => figure(input).length))
  return inputs.flatMap((input) => {
    const { label, unit, origin } = input
    const head = `  ${padEnd(label, labels)}  ${padStart(figure(input), figures)} ${padEnd(unit, 4)}  ${source(input, context)}`
    if (origin.kind !== 'closing' || origin.closings.length < 2) return [head.trimEnd()]
    return [
      head.trimEnd(),
      ...origin.closings.map(
        ({ year, value, place }) =>
          `  ${' '.repeat(labels)}  ${padStart(value.toFixed(), figures)} ${padEnd(unit, 4)}  ${say(context, `${year}年末`, `end of ${year}`)}${place === undefined ? '' : `  ${context.style.cyan(showPlace(place))}`}`,
      ),
    ]
  })
}

function figure({ value }: UsedInput): string {
  return value.decimalPlaces() > 6 ? value.toFixed(6) : value.toFixed()
}

function source({ origin, place }: UsedInput, context: Context): string {
  const where = place === undefined ? '' : context.style.cyan(showPlace(place))
  switch (origin.kind) {
    case 'form':
      return `${where}  ${say(context, '申报表', 'form')} ${origin.field}`
    case 'indicator':
      return `${where}  ${say(context, '指标', 'indicator')} ${origin.id}`
    case 'fact':
      return `${where}  ${origin.path}`
    case 'closing': {
      const [first] = origin.closings
      return origin.closings.length > 1
        ? say(context, '各年末数的平均', 'average of the closing figures')
        : `${where}  ${origin.id}${first === undefined ? '' : say(context, `（${first.year}年末数）`, ` (end of ${first.year})`)}`
    }
    case 'default':
      return say(context, '缺省值', 'by default')
    default:
      return origin satisfies never
  }
}

function origin(explained: ExplainedField, context: Context): readonly string[] {
  const { value, place, text, field, facts, cells } = explained
  const where = context.style.cyan(showPlace(place))
  const shown = maskPersonal(text).replaceAll('\n', '；')
  return [
    ...(shown === '' ? [] : [`${say(context, '内容：', 'Content: ')}${shown}`]),
    ...(cells.length === 0 ? [`${sentence(value, context)}  ${where}`] : []),
    ...cells.map(
      ({ at, text: cell, value: own }) =>
        `  ${at}  ${cell}  ${sentence(own, context)}  ${context.style.cyan(showPlace(own.place))}`,
    ),
    ...(field.computed === undefined
      ? []
      : [`${say(context, '算式：', 'Expression: ')}${field.computed}`]),
    ...facts.map(
      ({ path, value: fact, place: at }) =>
        `  ${path} = ${fact === undefined ? say(context, '（没有）', '(none)') : maskPersonal(typeof fact === 'object' ? JSON.stringify(fact) : String(fact))}${at === undefined ? '' : `  ${context.style.cyan(showPlace(at))}`}`,
    ),
  ]
}

function sentence(value: FormValue | undefined, context: Context): string {
  switch (value?.kind) {
    case undefined:
    case 'missing':
      return say(context, '还没有内容，写在', 'Nothing yet; write it at')
    case 'given':
      return say(context, '在申报表数据中填写', 'Written in the form’s data')
    case 'filled':
      return say(context, `取自 ${value.from}`, `Taken from ${value.from}`)
    case 'computed':
      return say(context, '由程序算出', 'Computed')
    case 'document':
      return say(
        context,
        `由文稿“${value.document}”印出${value.clause === undefined ? '' : `（条款 ${value.clause}）`}`,
        `Printed from the document “${value.document}”${value.clause === undefined ? '' : ` (clause ${value.clause})`}`,
      )
    case 'open':
      return say(
        context,
        `待查：${value.note ?? '没有写由谁查'}`,
        `Open: ${value.note ?? 'by nobody yet'}`,
      )
    case 'none':
      return say(
        context,
        `填“${value.written}”${value.reason === undefined ? '' : `：${value.reason}`}`,
        `“${value.written}”${value.reason === undefined ? '' : `: ${value.reason}`}`,
      )
    case 'by-hand':
      return say(
        context,
        '留空：手写、签字、盖章或由受理机构填写',
        'Left blank: by hand, signed, sealed, or for the office',
      )
    default:
      return value satisfies never
  }
}
