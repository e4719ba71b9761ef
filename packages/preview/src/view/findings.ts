import type { Finding } from '@ziping/diagnostics'
import type { DataFile } from '@ziping/report'
import type { Hole, ShownFinding, Told } from '../protocol.ts'
import { whereOf } from './where.ts'

export function showFinding(finding: Finding): ShownFinding {
  const { rule, severity, place, words, clause, fix } = finding
  return {
    rule,
    severity,
    message: told(words, 'message'),
    advice: told(words, 'advice'),
    where: whereOf(place),
    endLine: place.endLine,
    ...(clause === undefined ? {} : { clause }),
    fixable: fix !== undefined,
  }
}

export function told(words: Finding['words'], part: 'message' | 'advice'): Told {
  return { 'zh-CN': words['zh-CN'][part], en: words.en[part] }
}

/** What the rules found in each entry of a data file, by the entry's key. */
export function holesByEntry(
  file: DataFile | undefined,
  ids: readonly string[],
  findings: readonly Finding[],
): ReadonlyMap<string, readonly Hole[]> {
  if (file === undefined) return new Map()
  const here = findings.filter(({ place }) => place.file === file.file)
  const starts = ids
    .map((id) => ({ id, line: file.placeOf([id], 'key').line }))
    .sort((a, b) => a.line - b.line)
  const holes = new Map<string, Hole[]>()
  for (const finding of here) {
    const owner = starts.findLast(({ line }) => line <= finding.place.line)
    if (owner === undefined) continue
    const known = holes.get(owner.id) ?? []
    known.push({ severity: finding.severity, message: told(finding.words, 'message') })
    holes.set(owner.id, known)
  }
  return holes
}
