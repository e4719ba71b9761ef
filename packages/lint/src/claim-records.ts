import type { Place } from '@ziping/diagnostics'
import { fieldName, fieldsOf } from '@ziping/forms'
import { allBlocks, type Cell, plainText, type Table } from '@ziping/report'
import { inlinesPoint } from './claim-sentences.ts'
import { entriesIn } from './data-entries.ts'
import { placeIn } from './source-places.ts'
import type { LintSubject } from './subject.ts'

const ofHonours = /荣誉|证书|称号|奖项|资质|认证/
const ofProof = /^(?:证明|证书|证实性材料|证明材料|佐证|证据)(?:编号|序号)?$/

/** Rows of honours whose cell of proof is empty where those of other rows refer to evidence. */
export function* unprovenRows({ workspace, report, evidence }: LintSubject): Generator<{
  readonly place: Place
  readonly claim: string
}> {
  const isProof = (cell: Cell | undefined): boolean =>
    cell !== undefined && inlinesPoint(cell.content, (id) => evidence.byId.has(id))
  for (const { parsed } of report.documents)
    for (const block of allBlocks(parsed.blocks)) {
      const columns = block.kind === 'table' ? columnsOf(block) : undefined
      if (block.kind !== 'table' || columns === undefined) continue
      if (!block.rows.some((row) => isProof(row[columns.proof]))) continue
      for (const row of block.rows) {
        const [claimed, proof] = [row[columns.claim], row[columns.proof]]
        const claim = claimed === undefined ? '' : plainText(claimed.content).trim()
        if (claimed === undefined || proof?.merge !== undefined || claim === '') continue
        const span = claimed.content[0]?.span ?? claimed.span
        if (!isProof(proof)) yield { place: placeIn(workspace, parsed.file, span), claim }
      }
    }
}

/** The columns of what was given and of its proof, where a table has both. */
function columnsOf({
  head,
}: Table): { readonly claim: number; readonly proof: number } | undefined {
  const titles = head.map((cell) => plainText(cell.content).trim())
  const proof = titles.findIndex((title) => ofProof.test(title))
  const claim = titles.findIndex((title, index) => index !== proof && ofHonours.test(title))
  return proof < 0 || claim < 0 ? undefined : { claim, proof }
}

const proofKeys = ['evidence', '证明']

/** Certificates that the form names by date or words, and not by their proof. */
export function* unprovenCertificates({ award, workspace }: LintSubject): Generator<{
  readonly place: Place
  readonly field: string
}> {
  const { form } = workspace
  if (form === undefined) return
  const certificates = new Map(
    fieldsOf(award).flatMap((field) => (field.type === 'certificate' ? [[field.id, field]] : [])),
  )
  if (certificates.size === 0) return
  for (const { path, value } of entriesIn(form)) {
    const field = certificates.get(path.join('.'))
    if (field === undefined || typeof value !== 'object' || value === null) continue
    const keys = Object.keys(value)
    if (keys.length > 0 && !keys.some((key) => proofKeys.includes(key)))
      yield { place: form.placeOf(path, 'key'), field: fieldName(field) }
  }
}
