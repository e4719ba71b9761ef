import type { Award } from '@ziping/award'
import { Failure } from '@ziping/diagnostics'
import { type Check, type CheckName, checkNames, type Judgement } from './check.ts'
import { checkFields, checkGlyphs, checkPictures } from './checks/content.ts'
import { checkFileName, checkFileSize, checkFileType, unreadable } from './checks/delivery.ts'
import { checkLength, checkPages } from './checks/extent.ts'
import { checkContinuity, checkNumberSide, checkNumberSize } from './checks/page-number.ts'
import { checkGutter, checkMargins, checkMirror, checkPaper } from './checks/sheet.ts'
import {
  checkBodyFont,
  checkBodySize,
  checkHeadings,
  checkLineSpacing,
} from './checks/typography.ts'
import { readFinishedDocx } from './docx/read-finished-docx.ts'
import { notPdfOrDocx } from './failures.ts'
import { type FileKind, fileKind } from './file-kind.ts'
import type { FinishedFile } from './finished-file.ts'
import { readFinishedPdf } from './pdf/read-finished-pdf.ts'
import { type Copy, type Requirement, requirementFor } from './requirement.ts'

export interface FileToVerify {
  /** As shown; its last part is the file's name. */
  readonly path: string
  readonly bytes: Uint8Array
  /** What it is: the id of a deliverable, `book`, or `book-` and a volume's id. */
  readonly document: string
  /** Where the file itself is handed in, not its print: its name, type and size are then the award's. */
  readonly copy?: Copy
}

export interface VerifiedFile {
  readonly path: string
  readonly document: string
  /** In the order of `checkNames`; of a file that cannot be opened, those that need not open it. */
  readonly checks: readonly Check[]
}

/** Holds a finished file, ours or anyone's, against the award's page format. */
export async function verifyFile(file: FileToVerify, award: Award): Promise<VerifiedFile> {
  const { path, bytes, document } = file
  const requirement = requirementFor(award, document, file.copy)
  const kind = fileKind(bytes)
  const delivery = {
    'file-name': checkFileName(path, requirement),
    'file-type': checkFileType(path, kind, requirement),
    'file-size': checkFileSize(bytes.length, requirement),
  }
  try {
    const finished = await readFinished(kind, file)
    return { path, document, checks: listed({ ...inside(finished, requirement), ...delivery }) }
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause
    const checks = listed({ ...delivery, 'file-type': unreadable(cause, requirement) })
    return { path, document, checks }
  }
}

function readFinished(kind: FileKind, { path, bytes }: FileToVerify): Promise<FinishedFile> {
  switch (kind) {
    case 'pdf':
      return readFinishedPdf(bytes, path)
    // What is in the old container, and whether it only has a password, is told by whoever opens it.
    case 'docx':
    case 'old-office':
      return Promise.resolve(readFinishedDocx(bytes, path))
    case 'other':
      throw notPdfOrDocx(path)
  }
}

function inside(
  file: FinishedFile,
  requirement: Requirement,
): Readonly<Partial<Record<CheckName, Judgement>>> {
  return {
    paper: checkPaper(file, requirement),
    margins: checkMargins(file, requirement),
    mirror: checkMirror(file, requirement),
    gutter: checkGutter(file, requirement),
    'page-number-size': checkNumberSize(file, requirement),
    'page-number-side': checkNumberSide(file, requirement),
    'page-number-continuity': checkContinuity(file, requirement),
    'body-font': checkBodyFont(file, requirement),
    'body-size': checkBodySize(file, requirement),
    'heading-font': checkHeadings(file, requirement),
    'line-spacing': checkLineSpacing(file, requirement),
    pages: checkPages(file, requirement),
    length: checkLength(file, requirement),
    'fields-unresolved': checkFields(file),
    'glyphs-missing': checkGlyphs(file),
    'images-resolution': checkPictures(file),
  }
}

function listed(judgements: Readonly<Partial<Record<CheckName, Judgement>>>): readonly Check[] {
  return checkNames.flatMap((check) => {
    const judgement = judgements[check]
    if (judgement === undefined) return []
    return [{ check, severity: severityOf(check), ...judgement }]
  })
}

/** A coarse picture is a pity, as in `lint`, but no notice refuses it. */
function severityOf(check: CheckName): 'error' | 'warning' {
  return check === 'images-resolution' ? 'warning' : 'error'
}
