import { type Award, type Deliverable, isSpecified } from '@ziping/award'
import { type PrintedValue, printForm } from '@ziping/forms'
import type { ReportDocument } from '@ziping/report'
import type { Book, BookBlock, BookHeading, PageRun } from './book.ts'
import { BookContext } from './book-context.ts'
import type { BookMaterial } from './book-material.ts'
import { formText, needsOwnPages } from './form-text.ts'
import { applicantNames, coverRun, evidenceIndex, frontRun } from './front-matter.ts'
import type { BookInline } from './inline.ts'
import { pageLayout } from './page-layout.ts'
import { placeFigures } from './place-figures.ts'
import { type BookPlan, printedDeliverables } from './plan-books.ts'
import { resolveEvidence } from './resolve-evidence.ts'
import { resolveForm } from './resolve-form.ts'
import { resolveReport } from './resolve-report.ts'
import { resolveText } from './resolve-text.ts'

/** The one place where a report becomes pages to be drawn: nothing is left to decide after it. */
export function resolveBook(plan: BookPlan, material: BookMaterial): Book {
  const { report } = material.resolver
  const { award } = report
  const layout = pageLayout(award, material.layout)
  const printed = printedDeliverables(report)
  const deliverables = plan.documents.flatMap((id) => printed.find((one) => one.id === id) ?? [])
  const context = new BookContext(material, layout, {
    files: filesOf(deliverables, report.documents),
    evidence: deliverables.some(({ kind }) => kind === 'evidence'),
  })
  const body = deliverables
    .flatMap((one) => documentRuns(one, plan, context))
    .map((run) => placeFigures(run, layout))
  const names = applicantNames(material.applicant)
  const author = award.applicant.kind === 'person' ? names.person : names.organization
  return {
    id: plan.id,
    title: plan.isVolume ? `${award.shortName ?? award.name}${plan.title}` : plan.title,
    subject: award.name,
    author: author || names.organization,
    keywords: [names.organization, names.person, names.project].filter((one) => one !== ''),
    lang: 'zh-CN',
    layout,
    runs: bound(body, plan, deliverables, context),
    ...(award.banner === undefined ? {} : { banner: award.banner }),
  }
}

/** Cover, contents and body in their order, numbered as the award says. */
function bound(
  body: readonly PageRun[],
  plan: BookPlan,
  deliverables: readonly Deliverable[],
  context: BookContext,
): readonly PageRun[] {
  const wantsFront = deliverables.some(({ kind }) => kind === 'report') || plan.isVolume
  const [first, ...rest] = body
  if (first === undefined) return []
  if (!wantsFront) return numbered([], body, plan.continuous)
  const front = frontRun(body, context, plan.continuous)
  return first.role === 'cover'
    ? numbered([first, front], rest, plan.continuous)
    : numbered([coverRun(plan.id, plan.title, context), front], body, plan.continuous)
}

/** Continuous: arabic from the first sheet to the last. Else the body begins with page 1 on a right-hand sheet. */
function numbered(
  front: readonly PageRun[],
  body: readonly PageRun[],
  continuous: boolean,
): readonly PageRun[] {
  if (continuous) return [...front, ...body].map((run) => ({ ...run, folio: 'arabic' }))
  const covered = front.map(
    (run): PageRun => ({ ...run, folio: run.role === 'cover' ? 'none' : 'roman' }),
  )
  const roman = covered.findIndex(({ folio }) => folio === 'roman')
  const opened = covered.map(
    (run, index): PageRun => (index === roman ? { ...run, start: 'right-hand', restart: 1 } : run),
  )
  return [
    ...opened,
    ...body.map(
      (run, index): PageRun =>
        index === 0 && front.length > 0 ? { ...run, start: 'right-hand', restart: 1 } : run,
    ),
  ]
}

function filesOf(
  deliverables: readonly Deliverable[],
  documents: readonly ReportDocument[],
): ReadonlySet<string> {
  const kinds = new Set(deliverables.map(({ kind }) => kind))
  // A form prints the texts of its own fields, and those it takes from elsewhere.
  const hasForm = kinds.has('form')
  return new Set(
    documents
      .filter(
        ({ kind }) => kinds.has(kind === 'field' ? 'form' : kind) || (hasForm && kind === 'report'),
      )
      .map(({ parsed }) => parsed.file),
  )
}

function documentRuns(
  deliverable: Deliverable,
  plan: BookPlan,
  context: BookContext,
): readonly PageRun[] {
  const { id, kind, source } = deliverable
  const title = plan.isVolume ? titleOf(deliverable) : undefined
  const { report } = context.material.resolver
  // The text exists once: where the form prints it, a volume has it there.
  if (kind === 'report')
    return source?.field !== undefined && plan.isVolume ? [] : resolveReport(context, id, title)
  if (source?.form !== undefined) return formRuns(source.form, deliverable, plan, context)
  if (kind === 'evidence') return evidenceRuns(deliverable, plan, context)
  const documents = report.documents.filter((one) => one.kind === kind)
  return documents.flatMap((one, index) =>
    resolveText(one, id, index === 0 ? (title ?? titleOf(deliverable)) : undefined, context),
  )
}

function titleOf({ id, title }: Deliverable): BookHeading {
  const content: readonly BookInline[] = [{ kind: 'text', value: title }]
  return { kind: 'heading', level: 0, anchor: `document-${id}`, content, before: 0 }
}

function evidenceRuns(
  deliverable: Deliverable,
  plan: BookPlan,
  context: BookContext,
): readonly PageRun[] {
  const run = {
    document: deliverable.id,
    orientation: 'portrait',
    start: 'new-page',
    folio: 'arabic',
    runningHead: deliverable.title,
  } as const
  const index = evidenceIndex(context, titleOf(deliverable))
  const exhibits = resolveEvidence(context, plan.exhibitsPerPage)
  if (exhibits.length === 0) return []
  return [
    { ...run, role: 'body', blocks: index },
    { ...run, role: 'evidence', blocks: exhibits },
  ]
}

function formRuns(
  id: string,
  deliverable: Deliverable,
  plan: BookPlan,
  context: BookContext,
): readonly PageRun[] {
  const { award, documents } = context.material.resolver.report
  const form = formNamed(award, id)
  if (form === undefined) return []
  const printed = printForm(form, context.material.form, context.material.year)
  const attached = attachedTexts(
    printed.parts.flatMap(({ blocks }) => valuesIn(blocks)),
    plan,
    context,
  )
  const runs = resolveForm(printed, deliverable.id, context, {
    inCell: (value) => formText(value, context),
    whole: () => [],
  })
  const titled = runs.map((run, index) => anchoredStart(run, `${deliverable.id}-${index + 1}`))
  return [
    ...titled,
    ...attached.flatMap((document) => {
      if (document === 'report') {
        const title = reportTitle(award)
        return resolveReport(context, deliverable.id, title)
      }
      const source = documents.find(({ parsed }) => parsed.file === document)
      return source === undefined ? [] : resolveText(source, deliverable.id, undefined, context)
    }),
  ]
}

function reportTitle(award: Award): BookHeading {
  const report = award.deliverables.find(({ kind }) => kind === 'report')
  const content: readonly BookInline[] = [
    { kind: 'text', value: `附页　${report?.title ?? '自评报告'}` },
  ]
  return { kind: 'heading', level: 0, anchor: 'document-attached', content, before: 0 }
}

function formNamed(award: Award, id: string): Parameters<typeof printForm>[0] | undefined {
  return isSpecified(award.forms) ? award.forms.find((form) => form.id === id) : undefined
}

type PrintedBlocks = ReturnType<typeof printForm>['parts'][number]['blocks']

function valuesIn(blocks: PrintedBlocks): readonly PrintedValue[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'lines') return block.lines.map(({ value }) => value)
    if (block.kind !== 'grid') return []
    return [...block.head, ...block.rows].flat().flatMap(({ value }) => value ?? [])
  })
}

/** Texts that do not fit a cell follow the form on pages of their own, as the notices allow. */
function attachedTexts(
  values: readonly PrintedValue[],
  plan: BookPlan,
  context: BookContext,
): readonly string[] {
  const { award } = context.material.resolver.report
  const named = values.flatMap(({ document }) =>
    document === undefined ? [] : [document.document],
  )
  const own = new Set(
    award.deliverables
      .filter(({ id, source }) => plan.documents.includes(id) && source?.field === undefined)
      .map(({ kind }) => String(kind)),
  )
  return [...new Set(named)].filter((name) =>
    name === 'report' ? !own.has('report') : needsOwnPages(name, context),
  )
}

/** The first block of a part leads the contents to it. */
function anchoredStart(run: PageRun, anchor: string): PageRun {
  const index = run.blocks.findIndex(
    (block) =>
      block.kind === 'paragraph' &&
      (block.style === 'part-title' ||
        block.style === 'cover-title' ||
        block.style === 'form-heading'),
  )
  const at = Math.max(0, index)
  const blocks = run.blocks.map(
    (block, i): BookBlock =>
      i === at && block.anchor === undefined ? { ...block, anchor } : block,
  )
  return { ...run, blocks }
}
