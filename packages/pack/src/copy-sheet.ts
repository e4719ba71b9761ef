import type { Field, Form, LengthLimit } from '@ziping/award'
import { contentOf, formsOf, printValue } from '@ziping/forms'
import type { LintSubject } from '@ziping/lint'
import { countCharacters } from '@ziping/report'
import { printedText } from '@ziping/resolve'
import type { Packing } from './pack-request.ts'
import { sayIn } from './say.ts'
import { fillTemplate } from './sheet.ts'

/** 抄录单: what is typed into a portal, field by field in its order; undefined where there is no portal. */
export function copySheet(packing: Packing): string | undefined {
  const { award } = packing.subject
  const say = sayIn(packing.language)
  const forms = formsOf(award).filter(({ portal }) => portal)
  if (forms.length === 0) return undefined
  return fillTemplate('copy-sheet', {
    lang: packing.language,
    title: `${award.name} · ${say('网上填报抄录单', 'What to type into the portal')}`,
    applicant: packing.check.applicant ?? '',
    words: {
      how: say(
        '按网页的顺序逐项点“复制”，再到网页里粘贴。抄完一项会打上勾；关掉本页，勾就没了。',
        'Copy each value and paste it into the page. A tick shows what was copied; it goes when this page is closed.',
      ),
      copy: say('复制', 'Copy'),
      copied: say('已复制', 'Copied'),
      empty: say('不填', 'leave empty'),
      first: say('先核对', 'Check first'),
    },
    forms: forms.map((form) => formView(form, packing)),
  })
}

function formView(form: Form, packing: Packing): Readonly<Record<string, unknown>> {
  const fields = new Map(form.fields.map((field) => [field.id, field]))
  const blocks = form.parts.flatMap((part) => part.blocks)
  // What the portal takes from a register cannot be typed: it is put right before anything else.
  const first = blocks.flatMap(({ style, text }) =>
    style === 'note' && text !== undefined ? [text] : [],
  )
  const ordered = blocks.flatMap((block) => [
    ...(block.style === 'heading' && block.text !== undefined ? [{ heading: block.text }] : []),
    ...block.fields.flatMap((id) => fields.get(id) ?? []).map((field) => fieldView(field, packing)),
  ])
  return { title: form.title, first, rows: ordered.map((row) => ({ heading: '', ...row })) }
}

function fieldView(field: Field, packing: Packing): Readonly<Record<string, unknown>> {
  const { subject, language } = packing
  const say = sayIn(language)
  const text = textOf(field, packing)
  const limit = subject.award.limits.find(
    ({ target }) => 'field' in target && target.field === field.id,
  )
  return {
    id: field.id,
    label: field.label.replace(/[：:]\s*$/u, ''),
    required: field.required === true,
    text,
    count: text.length > 20 || limit !== undefined ? countWords(text, limit, say) : '',
    hint: [field.readonly ? say('网页上改不了', 'cannot be changed there') : '', field.hint ?? '']
      .filter((part) => part !== '')
      .join('；'),
  }
}

function countWords(
  text: string,
  limit: LengthLimit | undefined,
  say: ReturnType<typeof sayIn>,
): string {
  const { characters } = countCharacters(text)
  const most = limit?.max ?? limit?.about
  return most === undefined
    ? say(`${characters} 字`, `${characters} 字`)
    : say(`${characters} 字，限 ${most} 字`, `${characters} of ${most} 字`)
}

function textOf(field: Field, { subject }: Packing): string {
  const value = subject.form.values.get(field.id)
  if (value?.kind === 'document') return documentText(value.document, subject)
  const content = contentOf(value)
  if (content?.kind === 'series')
    return [...content.cells].map(([at, cell]) => `${at}：${printValue(cell, field)}`).join('\n')
  return printValue(value, field)
}

/** A long field that is a text of its own, as plain text. */
function documentText(name: string, { report, resolver }: LintSubject): string {
  const parts = report.documents.filter(({ id, parsed }) => id === name || parsed.file === name)
  return parts
    .flatMap(({ parsed }) =>
      parsed.blocks.map((block) =>
        printedText(block, parsed.file, resolver)
          .map(({ text }) => text)
          .join('\n'),
      ),
    )
    .join('\n')
}
