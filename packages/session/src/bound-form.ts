import {
  defineFinding,
  type Finding,
  type FindingMaker,
  type Wording,
  wording,
} from '@ziping/diagnostics'
import type { LintSubject } from '@ziping/lint'
import type { Book, BookPlan } from '@ziping/resolve'

interface Bound {
  readonly volume: string
  readonly form: string
  readonly template: string
}

const words: Wording<Bound> = wording<Bound>({
  'zh-CN': ({ volume, form, template }) => ({
    message: `《${volume}》里装订的《${form}》是按通知的表样排的，不是填好的 ${template}：Word 文件只能由 Word 或 WPS 打印`,
    advice: `两份内容相同，不要求原表的忽略并说明；要求原表的，用 Word 或 WPS 把 dist 里的《${form}》双面印出，换下装订本里的那几页，页数不同的，后面的页码和目录也要改`,
  }),
  en: ({ volume, form, template }) => ({
    message: `“${form}” in “${volume}” is set after the notice, not the filled ${template}: only Word or WPS can print a Word file`,
    advice: `Both say the same: waive this where ours will do. Where the office wants its own, print “${form}” in dist from Word or WPS on both sides and put it in for those pages; with another number of pages all later numbers and the contents change`,
  }),
})

const formBoundOwn: FindingMaker<Bound> = defineFinding<Bound>({
  rule: 'form-bound-own',
  messageId: 'bound',
  severity: 'warning',
  words,
})

/**
 * Where the office has a form of its own, the volume holds ours all the same: nothing here can print a Word file, and a
 * volume without its form would be worse for the printer than one that is whole.
 */
export function boundForm(
  { runs }: Pick<Book, 'runs'>,
  { isVolume, title, documents }: Pick<BookPlan, 'isVolume' | 'title' | 'documents'>,
  { award, workspace }: Pick<LintSubject, 'award' | 'workspace'>,
): readonly Finding[] {
  const template = workspace.config.formTemplate
  if (template === undefined || !isVolume) return []
  const place = workspace.configFile.placeOf(['formTemplate'])
  return award.deliverables
    .filter(({ id, kind }) => kind === 'form' && documents.includes(id))
    .filter(({ id }) => runs.some(({ document }) => document === id))
    .map(({ title: form }) => formBoundOwn(place, { volume: title, form, template }))
}
