import type { Block } from '../block.ts'
import type { Inline, Span } from '../inline.ts'
import { titleCaption } from './caption-text.ts'
import type { Context } from './context.ts'
import type { DirectiveLine } from './directives.ts'
import { convertInlines, labelsAsText } from './inlines.ts'
import { parseMarkdown } from './markdown.ts'
import { maskInlines } from './mask.ts'
import type { CloseLine, OpenLine } from './pieces.ts'
import { typedLines } from './text-lines.ts'

type Located = Pick<Block, 'span' | 'place' | 'key'>

/** What a directive's line stands for; containers still have to find their end. */
export function convertDirective(
  directive: DirectiveLine,
  here: Located,
  context: Context,
): Block | OpenLine | CloseLine {
  const { span } = here
  if (directive.kind === 'close') return { kind: 'close', span }
  const title = directive.title === undefined ? [] : convertTitle(directive.title, context)
  const label = directive.label === undefined ? {} : { label: directive.label }
  if (directive.kind === 'open') {
    const { name, attributes } = directive
    const titled = directive.title === undefined ? {} : { titleSpan: directive.title }
    return { kind: 'open', name, title, ...titled, ...label, attributes, span }
  }
  if (directive.name === 'pagebreak') return { kind: 'page-break', ...here }
  const { ids = '', ...attributes } = directive.attributes
  const kind = directive.name === 'chart' ? 'chart' : 'indicator-table'
  return {
    kind,
    indicators: ids.split(/[\s,，、]+/).filter((id) => id !== ''),
    ...titleCaption(title, directive.title, kind === 'chart' ? '图' : '表', context.source.text),
    ...label,
    attributes,
    ...here,
  }
}

/** The words between a directive's brackets, read as the words of a paragraph. */
function convertTitle(span: Span, { source, lost }: Context): readonly Inline[] {
  const text = maskInlines(source.text, span, lost)
  const [paragraph, ...more] = parseMarkdown(text.text).children
  if (paragraph?.type !== 'paragraph' || more.length > 0) return typedLines(source.text, span)
  const context = { text, definitions: new Map(), lost }
  return labelsAsText(convertInlines(paragraph.children, context), context)
}
