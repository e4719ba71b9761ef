import type { BookBlock, BookExhibit } from './book.ts'
import type { BookContext } from './book-context.ts'
import type { ExhibitFile } from './book-material.ts'
import { emsOf } from './text-width.ts'

/** All pieces of evidence, several to a page where the award wants it, longer ones on pages of their own. */
export function resolveEvidence(context: BookContext, perPage: number): readonly BookBlock[] {
  const { layout, material } = context
  const lines = Math.floor(layout.text.height / layout.body.line)
  const whole = lines * layout.body.line
  const part = Math.floor(lines / perPage) * layout.body.line
  return material.resolver.evidence.all.flatMap((evidence, index): readonly BookExhibit[] => {
    const title = `证实性材料${index + 1}　${evidence.title}`
    const anchor = context.anchors.ofEvidence(evidence.id)
    const exhibit = { kind: 'exhibit', before: 0 } as const
    if (evidence.unavailable !== undefined) {
      const shows = { kind: 'statement', text: `说明：${evidence.unavailable}` } as const
      return [{ ...exhibit, anchor, title, height: part, shows }]
    }
    const file = material.pictures.evidence(evidence)
    if (file === undefined) {
      const shows = { kind: 'statement', text: '〔文件未能印出〕' } as const
      return [{ ...exhibit, anchor, title, height: part, shows }]
    }
    if (file.kind === 'image') {
      const shows = { kind: 'image', image: fitted(file, part, title, context) } as const
      return [{ ...exhibit, anchor, title, height: part, shows }]
    }
    return Array.from({ length: file.pages }, (_, page): BookExhibit => {
      const count = file.pages === 1 ? '' : `（${page + 1}/${file.pages}）`
      return {
        ...exhibit,
        anchor: page === 0 ? anchor : `${anchor}-${page + 1}`,
        title: title + count,
        height: file.pages === 1 ? part : whole,
        shows: { kind: 'pdf-page', file: file.file, page: page + 1 },
      }
    })
  })
}

function fitted(
  image: Extract<ExhibitFile, { readonly kind: 'image' }>,
  height: number,
  alt: string,
  { layout }: BookContext,
): {
  readonly file: string
  readonly width: number
  readonly height: number
  readonly alt: string
} {
  const { caption, text } = layout
  const titleLines = Math.ceil((emsOf(alt) * caption.size) / text.width)
  const room = height - titleLines * caption.line - layout.body.line / 2
  const scale = Math.min(layout.text.width / image.width, room / image.height)
  const round = (length: number): number => Math.floor(length * scale * 20) / 20
  return { file: image.file, width: round(image.width), height: round(image.height), alt }
}
