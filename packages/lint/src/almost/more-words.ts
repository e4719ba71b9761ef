import { type Wording, wording } from '@ziping/diagnostics'

interface Values {
  readonly typed: string
  readonly right: string
}

const printsAsTyped = '会照原样印出'

/** What markup-almost says of containers, labels, numbers and lists. */
export const moreWords: Readonly<
  Record<
    | 'unclosed'
    | 'unopened'
    | 'grid'
    | 'misplaced'
    | 'value'
    | 'label'
    | 'brace'
    | 'attributes'
    | 'captionNumber'
    | 'mention'
    | 'bullet'
    | 'star',
    Wording<Values>
  >
> = {
  unclosed: wording<Values>({
    'zh-CN': ({ typed }) => ({
      message: `“${typed}”没有结束，${printsAsTyped}`,
      advice: '在内容后面另起一行写“:::”',
    }),
    en: ({ typed }) => ({
      message: `“${typed}” is never closed and prints as typed`,
      advice: 'Put a line of “:::” behind its content',
    }),
  }),
  unopened: wording<Values>({
    'zh-CN': ({ typed }) => ({
      message: `“${typed}”前面没有与它成对的开头，${printsAsTyped}`,
      advice: '补上开头，如“:::亮点[题]”，或删去这一行',
    }),
    en: ({ typed }) => ({
      message: `“${typed}” closes nothing and prints as typed`,
      advice: 'Add the line that opens it, such as “:::highlight[…]”, or delete it',
    }),
  }),
  grid: wording<Values>({
    'zh-CN': ({ typed }) => ({
      message: `“${typed}”里面应当正好是一个表格，现在${printsAsTyped}`,
      advice: '只留一个表格，标题写一处：要么在方括号里，要么在表格上方',
    }),
    en: ({ typed }) => ({
      message: `“${typed}” must hold exactly one table; as it is, it prints as typed`,
      advice: 'Keep one table inside, and its caption in one place only',
    }),
  }),
  misplaced: wording<Values>({
    'zh-CN': ({ typed }) => ({
      message: `“${typed}”夹在别的内容中间，${printsAsTyped}`,
      advice: '让它自成一段，前后各空一行',
    }),
    en: ({ typed }) => ({
      message: `“${typed}” stands in the midst of something else and prints as typed`,
      advice: 'Give it a paragraph of its own, with blank lines around it',
    }),
  }),
  value: wording<Values>({
    'zh-CN': ({ typed }) => ({
      message: `“${typed}”取不到数，${printsAsTyped}`,
      advice:
        '写成“:指标[指标名.年份]”，如“:指标[revenue.2019]”；后面可加同比、增量、年均增长、较目标、较标杆',
    }),
    en: ({ typed }) => ({
      message: `“${typed}” names no value and prints as typed`,
      advice:
        'Write “:val[indicator.year]”, such as “:val[revenue.2019]”, perhaps with growth, increase, cagr …',
    }),
  }),
  label: wording<Values>({
    'zh-CN': ({ typed }) => ({
      message: `“${typed}”没有可标的标题、表或图，${printsAsTyped}`,
      advice:
        '标签写在标题行末、“表：…”“图：…”行末，或紧跟在图片后面；“表：”要紧挨在表格上方；标题只带标签，不带别的属性',
    }),
    en: ({ typed }) => ({
      message: `“${typed}” has nothing to label and prints as typed`,
      advice:
        'A label ends a heading or a caption, or follows an image directly; a caption stands right above its table',
    }),
  }),
  brace: wording<Values>({
    'zh-CN': ({ typed, right }) => ({
      message: `“${typed}”少了右花括号，${printsAsTyped}`,
      advice: `补上：“${right}”`,
    }),
    en: ({ typed, right }) => ({
      message: `“${typed}” lacks its closing brace and prints as typed`,
      advice: `Close it: “${right}”`,
    }),
  }),
  attributes: wording<Values>({
    'zh-CN': ({ typed, right }) => ({
      message: `图片后面的“${typed}”读不懂，${printsAsTyped}`,
      advice: `写成“${right}”的样子：名称=值，用空格隔开，同一名称只写一次`,
    }),
    en: ({ typed, right }) => ({
      message: `“${typed}” behind the image cannot be read and prints as typed`,
      advice: `Write it like “${right}”: name=value, parted by spaces, each name once`,
    }),
  }),
  captionNumber: wording<Values>({
    'zh-CN': ({ typed, right }) => ({
      message: `标题里手写了“${typed}”，印出来的编号是${right}`,
      advice: '编号由程序给出：只写“表：…”或“图：…”，正文用“[表](#标签)”引用',
    }),
    en: ({ typed, right }) => ({
      message: `The caption has “${typed}” typed in; it prints as ${right}`,
      advice: 'Numbers are given in printing: write only “表：…” or “图：…” and refer by label',
    }),
  }),
  mention: wording<Values>({
    'zh-CN': ({ typed, right }) => ({
      message: `“${typed}”是手写的编号，前面增删一个表或图就会指错`,
      advice: right.includes('…')
        ? '给那个表或图加上标签“{#…}”，这里写“[表](#…)”'
        : `改为“${right}”，编号由程序给出`,
    }),
    en: ({ typed, right }) => ({
      message: `“${typed}” is a typed number; it goes wrong when a table or figure is added before it`,
      advice: right.includes('…')
        ? 'Give that table or figure a label and refer to it'
        : `Write “${right}”; printing gives the number`,
    }),
  }),
  bullet: wording<Values>({
    'zh-CN': ({ typed, right }) => ({
      message: `“${typed}”起几行不是列表，${printsAsTyped}，并且连成一段`,
      advice: `行首符号后面加一个空格：“${right}”`,
    }),
    en: ({ typed, right }) => ({
      message: `From “${typed}” on the lines are no list; they print as typed, run together`,
      advice: `Put a space behind the mark: “${right}”`,
    }),
  }),
  star: wording<Values>({
    'zh-CN': ({ typed, right }) => ({
      message: `“${typed}”行首的星号${printsAsTyped}`,
      advice: `如果是列表，星号后面加一个空格：“${right}”；如果就是注的星号，不必改`,
    }),
    en: ({ typed, right }) => ({
      message: `The star that begins “${typed}” prints as typed`,
      advice: `If it is a list, put a space behind it: “${right}”; a note’s star is fine`,
    }),
  }),
}
