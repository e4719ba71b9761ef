import path from 'node:path'
import { showPlace } from '@ziping/diagnostics'
import { type OpenValue, openValues } from '@ziping/forms'
import { type Invocation, textOption } from '../command.ts'
import { type Context, say } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { subjectHere } from '../open-subject.ts'
import { padEnd } from '../print/width.ts'
import { writeWhole } from '../write-output.ts'

/** Lists what is still to be found out, person by person. */
export async function runOpen(invocation: Invocation, context: Context): Promise<ExitCode> {
  const { award, workspace, date, year } = await subjectHere(invocation, context)
  const { applicant, form, indicators, evidence } = workspace
  const values = openValues({
    award,
    files: [applicant, form, indicators, evidence],
    year: date === undefined ? year : Number(date.slice(0, 4)),
  })
  const people = byPerson(values)
  const file = textOption(invocation, 'xlsx')
  if (file !== undefined) await writeWorkbook(file, people, context)
  if (invocation.options['json'] === true) context.out(asJson(people))
  else if (file === undefined) context.out(asText(people, context))
  return exitCodes.fine
}

type People = readonly (readonly [who: string | undefined, values: readonly OpenValue[]])[]

/** Whoever is due first comes first; what nobody looks after comes last. */
function byPerson(values: readonly OpenValue[]): People {
  const names = [...new Set(values.map(({ who }) => who))]
  const sorted = names.map((name) => {
    const theirs = values.filter(({ who }) => who === name)
    return [name, theirs.toSorted(byDate)] as const
  })
  return sorted.toSorted(([a, [first]], [b, [second]]) => {
    if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1
    return first === undefined || second === undefined ? 0 : byDate(first, second)
  })
}

function byDate({ due: a = '9999' }: OpenValue, { due: b = '9999' }: OpenValue): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function asText(people: People, context: Context): string {
  const { style } = context
  if (people.length === 0) return style.green(say(context, '没有待查的内容', 'Nothing is open'))
  const count = people.reduce((sum, [, values]) => sum + values.length, 0)
  return [
    ...people.flatMap(([who, values]) => [
      style.bold(who ?? say(context, '没有写明由谁查', 'by nobody yet')),
      ...values.map(
        ({ due, label, place }) =>
          `  ${padEnd(due ?? say(context, '没有期限', 'no date'), 12)}${label}  ${style.cyan(showPlace(place))}`,
      ),
      '',
    ]),
    say(
      context,
      `共 ${count} 项待查${people.some(([who]) => who === undefined) ? '；写成“待查: 谁 几月几日”就会列在他名下' : ''}`,
      `${count} open${people.some(([who]) => who === undefined) ? '; write “待查: WHO DAY” to have them listed by person' : ''}`,
    ),
  ].join('\n')
}

function asJson(people: People): string {
  const open = people.flatMap(([, values]) =>
    values.map(({ place, ...rest }) => ({
      ...rest,
      file: place.file,
      line: place.line,
      column: place.column,
    })),
  )
  return JSON.stringify({ version: 1, open }, null, 2)
}

/** One table that can be filtered by person, with an empty column for the answer. */
async function writeWorkbook(file: string, people: People, context: Context): Promise<void> {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const head = ['谁', '何时', '内容', '填写', '位置', '备注'].map((value) => ({
    value,
    fontWeight: 'bold' as const,
    backgroundColor: '#D9E2F3',
  }))
  const rows = people.flatMap(([who, values]) =>
    values.map(({ due, label, place, note }) =>
      [who ?? '', due ?? '', label, '', showPlace(place), note ?? ''].map((value) => ({
        value,
        type: String,
        wrap: true,
      })),
    ),
  )
  const columns = [16, 12, 40, 24, 32, 30].map((width) => ({ width }))
  const bytes = await writeExcelFile([
    { sheet: '待查', data: [head, ...rows], columns, stickyRowsCount: 1 },
  ]).toBuffer()
  writeWhole(path.resolve(context.calledFrom, file), bytes)
  context.note(`${say(context, '已写入', 'Written:')} ${file}`)
}
