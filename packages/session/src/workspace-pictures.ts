import { readFileSync } from 'node:fs'
import path from 'node:path'
import { findImage, type LintSubject } from '@ziping/lint'
import type { Evidence } from '@ziping/report'
import type { ExhibitFile, Pictures, PixelSize } from '@ziping/resolve'

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

/** The path of a piece of evidence in the workspace. */
export function evidencePath({ file }: Evidence, { workspace }: LintSubject): string | undefined {
  return file === undefined ? undefined : path.posix.join(workspace.config.paths.evidence, file)
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
  const found = findImage(file, 'ziping.yaml', subject.files)
  const size = found.kind === 'file' ? subject.files.imageSize(found.path) : undefined
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
  try {
    return { bytes: readFileSync(path.join(root, file)), type }
  } catch {
    return undefined
  }
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
