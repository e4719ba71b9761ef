import type { Part } from './contents.ts'

/** Markdown that any program reads; `figure` says where each figure's file lies, nothing leaves figures out. */
export function asMarkdown(
  parts: readonly Part[],
  figure: (number: number) => string | undefined,
): string {
  const blocks = parts.map((part) => blockOf(part, figure)).filter((block) => block !== '')
  return `${blocks.join('\n\n')}\n`
}

export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')
}

function blockOf(part: Part, figure: (number: number) => string | undefined): string {
  switch (part.kind) {
    case 'heading':
      return `${'#'.repeat(part.level)} ${part.text}`
    case 'paragraph':
      return part.text
    case 'list':
      return part.items.map((item) => `- ${item}`).join('\n')
    case 'table':
      return `${part.caption}\n\n${markdownTable(part.rows)}`
    case 'figure': {
      const file = figure(part.number)
      return file === undefined ? '' : `![${part.caption}](${file})\n\n${part.caption}`
    }
    default:
      return part satisfies never
  }
}
