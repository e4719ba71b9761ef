import { failure, nearest, wording } from '@ziping/diagnostics'
import { explainField, fieldsOf, loadCodeLists } from '@ziping/forms'
import type { Invocation } from '../command.ts'
import type { Context } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { subjectHere } from '../open-subject.ts'
import { showField } from '../print/field.ts'
import { fieldAsJson } from '../print/field-json.ts'

const whichField = wording<{ readonly some: readonly string[] }>({
  'zh-CN': ({ some }) => ({
    message: '没有写明要说明申报表的哪一栏',
    advice:
      some.length === 0
        ? '这个奖项方案没有申报表'
        : `例如 ziping explain form ${some[0]}；算出来的栏目有：${some.join('、')}`,
  }),
  en: ({ some }) => ({
    message: 'Which field of the form?',
    advice:
      some.length === 0
        ? 'This award has no form'
        : `e.g. ziping explain form ${some[0]}; computed are ${some.join(', ')}`,
  }),
})

const noSuchField = wording<{ readonly typed: string; readonly meant: readonly string[] }>({
  'zh-CN': ({ typed, meant }) => ({
    message: `申报表没有“${typed}”这一栏`,
    advice:
      meant.length === 0
        ? '栏目的代号见 data/form.yaml，也可以写栏目的名称'
        : `是不是要看 ${meant.join('、')}？`,
  }),
  en: ({ typed, meant }) => ({
    message: `The form has no field “${typed}”`,
    advice:
      meant.length === 0
        ? 'See data/form.yaml for the ids; a printed label does as well'
        : `Did you mean ${meant.join(', ')}?`,
  }),
})

/** Says where what stands in a field comes from; a field may be called by its printed label. */
export async function runExplainForm(invocation: Invocation, context: Context): Promise<ExitCode> {
  const [, typed] = invocation.positionals
  const subject = await subjectHere(invocation, context)
  const fields = fieldsOf(subject.award)
  if (typed === undefined) {
    const some = fields.flatMap(({ id, type, computed }) =>
      computed === undefined || type !== 'series' ? [] : [id],
    )
    throw failure('usage', whichField, { some })
  }
  const named = fields.filter(({ label }) => plain(label) === plain(typed)).map(({ id }) => id)
  const codes = await loadCodeLists(subject.award)
  const sources = { ...subject, year: subject.year, codes }
  const asked = named.length > 0 ? named : [typed]
  const explained = asked.flatMap((id) => explainField(id, subject.form, sources) ?? [])
  if (explained.length === 0) {
    const near = nearest(
      typed,
      fields.map(({ id }) => id),
    )
    const alike = fields
      .filter(({ label }) => plain(label).includes(plain(typed)))
      .map(({ id, label }) => `${id}（${label}）`)
    const meant = alike.length > 0 || near === undefined ? alike.slice(0, 5) : [near]
    throw failure('form/no-such-field', noSuchField, { typed, meant })
  }
  if (invocation.options['json'] === true) {
    const shown = explained.map((field) => fieldAsJson(field, context))
    context.out(JSON.stringify({ version: 1, award: subject.award.id, fields: shown }, null, 2))
  } else context.out(explained.map((field) => showField(field, context)).join('\n\n'))
  return exitCodes.fine
}

/** Labels are compared without spaces and the colon behind them. */
function plain(label: string): string {
  return label.normalize('NFKC').replace(/\s+/gu, '').replace(/:$/u, '')
}
