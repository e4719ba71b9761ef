import { type Book, type BookPlan, type Pictures, resolveBook } from '@ziping/resolve'
import type { BuildRequest } from './build-documents.ts'
import { material } from './material.ts'
import { workspacePictures } from './workspace-pictures.ts'

/** Books before their diagrams are drawn. */
export interface Outlined {
  readonly diagrams: ReadonlySet<string>
  /** Those that have no diagram are laid out as they stay. */
  readonly books: ReadonlyMap<BookPlan, Book>
}

/** What was asked for, laid out without diagrams to learn which it has: drawing all of a workspace takes far longer. */
export function layOut(
  plans: readonly BookPlan[],
  request: BuildRequest,
  pdfPages: ReadonlyMap<string, number>,
): Outlined | undefined {
  if (request.documents.length === 0) return undefined
  const diagrams = new Set<string>()
  const books = new Map<BookPlan, Book>()
  let hasDiagram = false
  const pictures: Pictures = {
    ...workspacePictures(request.subject, { pdfPages, diagrams: new Map() }),
    diagram: (source) => {
      diagrams.add(source)
      hasDiagram = true
      return undefined
    },
  }
  for (const plan of plans) {
    hasDiagram = false
    const book = resolveBook(plan, material(request, pictures))
    if (!hasDiagram) books.set(plan, book)
  }
  return { diagrams, books }
}
