import type { Position } from 'vscode-languageserver/node'
import { type NamedPlace, namedPlaces } from './named-places.ts'
import { rangeOfPlace } from './spots.ts'
import type { View } from './view.ts'

/** The name the cursor stands on; of several the shortest, that is the innermost. */
export function nameAt({ linted, file }: View, position: Position): NamedPlace | undefined {
  const here = namedPlaces(linted).filter(
    ({ place }) => place.file === file && contains(rangeOfPlace(place), position),
  )
  return here.toSorted((a, b) => lengthOf(a) - lengthOf(b))[0]
}

/** Everywhere the same thing is named. */
export function sameName({ linted }: View, { kind, id }: NamedPlace): readonly NamedPlace[] {
  const ids = new Set(kind === 'label' ? namesOfLabel(id, linted) : [id])
  return namedPlaces(linted).filter((one) => one.kind === kind && ids.has(one.id))
}

/** A table may be called by its label and by its caption. */
function namesOfLabel(id: string, { subject }: View['linted']): readonly string[] {
  const target = subject.resolver.captions.find(id)
  if (target === undefined || !('label' in target.block)) return [id]
  const caption = 'caption' in target.block ? target.block.caption?.text.trim() : undefined
  return [id, ...[target.block.label, caption].flatMap((name) => name ?? [])]
}

function contains(
  { start, end }: ReturnType<typeof rangeOfPlace>,
  { line, character }: Position,
): boolean {
  const isAfter = line > start.line || (line === start.line && character >= start.character)
  return isAfter && (line < end.line || (line === end.line && character <= end.character))
}

function lengthOf({ place }: NamedPlace): number {
  return (place.endLine - place.line) * 10_000 + place.endColumn - place.column
}
