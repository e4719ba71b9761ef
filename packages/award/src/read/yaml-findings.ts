import type { Bilingual } from '@ziping/diagnostics'
import {
  awardFinding,
  type MakeFinding,
  suggestEn,
  suggestZh,
  type Unknown,
} from '../award-finding.ts'
import { halfWidth } from './yaml-slips.ts'

/** What YAML writers trip over, in words; the parser's own sentence is the last resort. */
const causes: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  OPEN_BRACKET: ['方括号或花括号没有收尾', 'A [ or { is not closed'],
  OPEN_QUOTE: ['引号没有收尾', 'A quote is not closed'],
  TAB_AS_INDENT: ['缩进用了制表符（Tab），请改用空格', 'Indent with spaces, not tabs'],
  BAD_INDENT: ['缩进不齐：同一层的各行要对齐', 'Lines of one level must begin in the same column'],
  MISSING_CHAR: ['少了逗号、冒号或括号', 'A comma, colon or bracket is missing'],
  BLOCK_AS_IMPLICIT_KEY: [
    '文字里有“: ”时整段加引号；列表的各个“-”要对齐',
    'Quote a text that contains “: ”; align the dashes of a list',
  ],
  MULTILINE_IMPLICIT_KEY: [
    '键写在一行里，后面是冒号和空格',
    'A key stands on one line before “: ”',
  ],
  BLOCK_IN_FLOW: ['花括号、方括号里不能换成逐行的写法', 'Inside { } or [ ] keep to that style'],
  BAD_SCALAR_START: ['以 @ ` % 开头的文字要加引号', 'Quote a text that starts with @ ` or %'],
  UNEXPECTED_TOKEN: ['引号之后不能再有文字；检查冒号与缩进', 'Nothing may follow a closing quote'],
  BAD_ALIAS: ['以 * 开头的文字要加引号', 'Quote a text that starts with *'],
  TAG_RESOLVE_FAILED: ['以 ! 开头的文字要加引号', 'Quote a text that starts with !'],
  MULTIPLE_DOCS: ['一个文件只写一份，去掉“---”', 'Only one document per file: remove “---”'],
}

interface Slip {
  readonly code: string
  readonly message: string
  /** What the writer really did, where it can be told. */
  readonly slip?: Bilingual
}

function causeOf({ code, message }: Slip): readonly [zh: string, en: string] | undefined {
  if (message.startsWith('Flow ')) return causes['OPEN_BRACKET']
  return causes[message.startsWith('Missing closing') ? 'OPEN_QUOTE' : code]
}

export const yamlSyntax: MakeFinding<Slip> = awardFinding('yaml-syntax', {
  'zh-CN': (error) => ({
    message: 'YAML 写法有误，读不下去',
    advice: error.slip?.['zh-CN'] ?? causeOf(error)?.[0] ?? '检查这一处的缩进、引号、冒号和括号',
  }),
  en: (error) => ({
    message: `This is not valid YAML: ${error.message}`,
    advice:
      error.slip?.en ??
      causeOf(error)?.[1] ??
      'Check indentation, quotes, colons and brackets here',
  }),
})

export const thousands: MakeFinding<{ readonly typed: string }> = awardFinding(
  'thousands-separator',
  {
    'zh-CN': ({ typed }) => ({
      message: `“${typed}”里的逗号把一个数拆成了两项`,
      advice: `花括号里不写千分位：写成 ${typed.replaceAll(',', '')}，或加引号 "${typed}"`,
    }),
    en: ({ typed }) => ({
      message: `The comma makes two entries of “${typed}”`,
      advice: `No thousands separators inside { }: write ${typed.replaceAll(',', '')}, or quote it: "${typed}"`,
    }),
  },
)

export const fullWidthKey: MakeFinding<{ readonly typed: string }> = awardFinding(
  'full-width-signs',
  {
    'zh-CN': ({ typed }) => ({
      message: `“${typed}”里有全角的冒号或逗号，被当成了一项`,
      advice: `改成半角：${halfWidth(typed)}`,
    }),
    en: ({ typed }) => ({
      message: `The full-width signs make one key of “${typed}”`,
      advice: `Use half-width ones: ${halfWidth(typed)}`,
    }),
  },
)

export const duplicateKey: MakeFinding<{ readonly key: string }> = awardFinding(
  'yaml-duplicate-key',
  {
    'zh-CN': ({ key }) => ({ message: `“${key}”写了两次`, advice: '只留一处，或合并两处的内容' }),
    en: ({ key }) => ({
      message: `“${key}” is written twice`,
      advice: 'Keep one of them, or merge the two',
    }),
  },
)

export const unknownAlias: MakeFinding<Unknown> = awardFinding('yaml-alias', {
  'zh-CN': (unknown) => ({
    message: `“*${unknown.name}”无所指：前面没有“&${unknown.name}”`,
    advice: suggestZh(unknown) ?? '先用 & 给内容命名，再用 * 引用',
  }),
  en: (unknown) => ({
    message: `“*${unknown.name}” refers to nothing: there is no “&${unknown.name}” before it`,
    advice: suggestEn(unknown) ?? 'Name the content with & first',
  }),
})

export const tooMuch: MakeFinding<object> = awardFinding('yaml-too-much', {
  'zh-CN': () => ({ message: '文件内容过多或嵌套过深', advice: '减少别名（*）的重复引用与嵌套' }),
  en: () => ({ message: 'The file says too much', advice: 'Use fewer aliases and less nesting' }),
})

export const notMap: MakeFinding<object> = awardFinding('yaml-not-map', {
  'zh-CN': () => ({ message: '文件里没有“键: 值”', advice: '第一行写“id: 代号”，往下逐项写' }),
  en: () => ({ message: 'The file holds no “key: value”', advice: 'Start with a line “id: …”' }),
})
