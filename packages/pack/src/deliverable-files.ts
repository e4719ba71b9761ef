import path from 'node:path'
import type { Deliverable } from '@ziping/award'
import { isLetter } from '@ziping/check'
import { formsOf } from '@ziping/forms'
import type { LintSubject } from '@ziping/lint'
import type { Packing } from './pack-request.ts'

/** A file that a deliverable is, or is part of. */
export interface DeliverableFile {
  /** Absolute. */
  readonly from: string
  readonly title: string
  readonly type: string
  readonly pages?: number
}

/** What we print of a deliverable, in all its formats. */
export function builtFiles(
  { id, title }: Pick<Deliverable, 'id' | 'title'>,
  { built, subject }: Packing,
): readonly DeliverableFile[] {
  return built.outputs
    .filter(({ document }) => document === id)
    .map(({ path: file, format, pages }) => ({
      from: path.join(subject.workspace.root, file),
      title,
      type: format,
      ...(pages === undefined ? {} : { pages }),
    }))
}

/** What others signed, sealed or wrote: from signed/, and letters that lie among the evidence. */
export function receivedFiles(
  { id, kind, title }: Pick<Deliverable, 'id' | 'kind' | 'title'>,
  { signed, subject }: Packing,
): readonly DeliverableFile[] {
  const { root, config } = subject.workspace
  const scans = signed.get(id) ?? []
  const letters =
    kind === 'letter' && scans.length === 0
      ? subject.evidence.all
          .filter((one) => isLetter(one, id))
          .flatMap(({ file }) =>
            file === undefined ? [] : [path.posix.join(config.paths.evidence, file)],
          )
      : []
  return [...scans, ...letters].map((file) => ({
    from: path.join(root, file),
    title,
    type: typeOf(file),
  }))
}

export function typeOf(file: string): string {
  return path.extname(file).slice(1).toLowerCase()
}

/** A form that no notice contains: the office gives it out, the applicant fills it, others sign it. */
export function isFromOffice({ source }: Deliverable, { award }: LintSubject): boolean {
  return formsOf(award).some(({ id, external }) => id === source?.form && external)
}
