import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { writeWhole } from '@ziping/pdf'
import type { DiagramLook } from './diagram-page.ts'
import type { DrawnDiagram } from './draw-diagrams.ts'

/** Raised whenever the same source would be drawn otherwise. */
const edition = 2

/** What a picture depends on. The font rules do not count: they hold the characters of the whole book, not its faces. */
export function diagramKey(
  source: string,
  { fonts, fontSize }: DiagramLook,
  script: string,
): string {
  const content = JSON.stringify([edition, script, fonts, fontSize, source])
  return createHash('sha256').update(content).digest('hex')
}

/** What was kept, unless it is damaged. */
export async function readKept(folder: string, key: string): Promise<DrawnDiagram | undefined> {
  try {
    const { check, kept } = JSON.parse(await readFile(fileOf(folder, key), 'utf8'))
    return check === checkOf(key, kept) ? kept : undefined
  } catch {
    return undefined
  }
}

/** Keeping is a convenience: where it fails, the diagram is drawn again next time. */
export async function keep(folder: string, key: string, kept: DrawnDiagram): Promise<void> {
  const text = JSON.stringify({ check: checkOf(key, kept), kept })
  await writeWhole(fileOf(folder, key), new TextEncoder().encode(text)).catch(() => undefined)
}

function fileOf(folder: string, key: string): string {
  return path.join(folder, `${key}.json`)
}

function checkOf(key: string, kept: unknown): string {
  return createHash('sha256').update(key).update(JSON.stringify(kept)).digest('hex')
}
