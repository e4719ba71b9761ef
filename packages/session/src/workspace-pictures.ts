import path from 'node:path'
import { findImage, type LintSubject } from '@ziping/lint'
import type { Evidence, WorkspacePath } from '@ziping/report'
import type { ExhibitFile, Pictures, PixelSize } from '@ziping/resolve'
import { readWhole } from './read-whole.ts'

/** What files show, as far as it must be known before anything is drawn. */
export interface KnownFiles {
  /** Pages of each PDF among the evidence, by its path in the workspace. */
  readonly pdfPages: ReadonlyMap<string, number>
  /** Sizes of diagrams in points, by their source. */
  readonly diagrams: ReadonlyMap<string, PixelSize>
}

/** The pictures of a workspace on disk. */
export function workspacePictures(subject: LintSubject, known: KnownFiles): Pictures {
  const { files } = subject
  return {
    find: (url, chapter) => {
      const found = findImage(url, chapter, files)
      const size = found.kind === 'file' ? files.imageSize(found.path) : undefined
      return found.kind === 'file' && size !== undefined ? { file: found.path, ...size } : undefined
    },
    at: (file) => {
      const found = findImage(file, 'ziping.yaml', files)
      return found.kind === 'file' ? files.imageSize(found.path) : undefined
    },
    evidence: (evidence) => exhibitFile(evidence, subject, known),
    diagram: (source) => known.diagrams.get(source),
  }
}

/** The path of a piece of evidence, as far as it really lies in the workspace: no link or `..` leads out of it. */
export function evidencePath(
  { file }: Evidence,
  { workspace, files }: LintSubject,
): WorkspacePath | undefined {
  if (file === undefined) return undefined
  const written = path.posix.join(workspace.config.paths.evidence, file)
  const found = findImage(written, 'ziping.yaml', files)
  return found.kind === 'file' ? found.path : undefined
}

function exhibitFile(
  evidence: Evidence,
  subject: LintSubject,
  known: KnownFiles,
): ExhibitFile | undefined {
  const file = evidencePath(evidence, subject)
  if (file === undefined) return undefined
  const pages = known.pdfPages.get(file)
  if (pages !== undefined) return { kind: 'pdf', file, pages }
  const size = subject.files.imageSize(file)
  return size === undefined ? undefined : { kind: 'image', file, ...size }
}

const types: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
}

/** The bytes of a picture of the workspace and what they are. */
export function readPicture(
  root: string,
  file: string,
): { readonly bytes: Uint8Array; readonly type: string } | undefined {
  const type = types[path.extname(file).toLowerCase()]
  if (type === undefined) return undefined
  const bytes = readWhole(root, file)
  return bytes === undefined ? undefined : { bytes, type }
}

export function dataUri({
  bytes,
  type,
}: {
  readonly bytes: Uint8Array
  readonly type: string
}): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
}
