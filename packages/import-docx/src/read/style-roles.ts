import type { Role } from './piece.ts'

/**
 * Names are those in the file: Word and LibreOffice write their own styles in English whatever language they speak, WPS and
 * older files in Chinese; pandoc has its own.
 */
const roles: ReadonlyMap<string, Role> = new Map([
  ...[
    'quote',
    'intense quote',
    'block text',
    'footnote block text',
    'quotation',
    'quotations',
    '引用',
    '明显引用',
    '强调引用',
    '引文',
    '文本块',
  ].map((name) => [name, 'quote'] as const),
  ...[
    'source code',
    'code',
    'code block',
    'preformatted text',
    'html preformatted',
    '代码',
    '源代码',
    '预格式化文本',
    'html 预设格式',
  ].map((name) => [name, 'code'] as const),
])

const codeTexts: ReadonlySet<string> = new Set([
  'verbatim char',
  'source text',
  // As LibreOffice writes it.
  'source_text',
  'teletype',
  'html code',
  'html typewriter',
  'html 代码',
  'html 打字机',
  '行内代码',
])

/** What paragraphs of a style of this name are, if that says more than text. */
export function roleOf(name: string): Role | undefined {
  return roles.get(name)
}

/** Whether a character style of this name is that of code within a line. */
export function isCodeText(name: string): boolean {
  return codeTexts.has(name)
}
