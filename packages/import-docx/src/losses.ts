import type { Bilingual } from '@ziping/diagnostics'

export type LossKind =
  | 'deletion-left-out'
  | 'insertion-taken'
  | 'comment-as-note'
  | 'hidden-text'
  | 'contents-left-out'
  | 'cover-left-out'
  | 'header-left-out'
  | 'text-box-moved'
  | 'chart-as-table'
  | 'drawing-lost'
  | 'picture-missing'
  | 'picture-format'
  | 'picture-cropped'
  | 'formula-as-text'
  | 'formula-approximate'
  | 'nested-table'
  | 'quote-as-text'
  | 'code-as-text'
  | 'reference-as-text'
  | 'number-as-text'
  | 'symbol-unknown'
  | 'colour-lost'
  | 'marks-dropped'
  | 'heading-lowered'
  | 'heading-guessed'
  | 'clause-by-similarity'
  | 'frame-as-box'
  | 'number-typed-dropped'
  | 'subdocument-lost'
  | 'placeholder-left-out'
  | 'column-break'

/** What a Word file holds that cannot come along as it is; `lost` is no longer there, `changed` is, otherwise. */
const kinds: Readonly<Record<LossKind, readonly ['lost' | 'changed', string, string]>> = {
  'deletion-left-out': ['lost', '修订中已删除的文字没有带入', 'tracked deletions were left out'],
  'insertion-taken': [
    'changed',
    '修订中新增的文字按已接受带入',
    'tracked insertions were accepted',
  ],
  'comment-as-note': [
    'changed',
    '批注转为正文中的备注（不打印）',
    'comments became notes that are not printed',
  ],
  'hidden-text': ['lost', '隐藏文字没有带入', 'hidden text was left out'],
  'contents-left-out': [
    'lost',
    '目录没有带入，印刷时自动生成',
    'contents were left out; they are made when printing',
  ],
  'cover-left-out': [
    'lost',
    '封面、目录等自动生成的内容没有带入',
    'cover and other generated pages were left out',
  ],
  'header-left-out': [
    'lost',
    '页眉、页脚没有带入，印刷时按版式生成',
    'headers and footers were left out; the layout makes them',
  ],
  'text-box-moved': [
    'changed',
    '文本框的内容移到所在段落之后',
    'text boxes were moved behind their paragraph',
  ],
  'chart-as-table': ['changed', '图表转为数据表', 'charts became tables of their data'],
  'drawing-lost': [
    'lost',
    '图形（自选图形、SmartArt、嵌入对象）没有带入',
    'shapes, SmartArt and embedded objects were left out',
  ],
  'picture-missing': [
    'lost',
    '图片不在文件中（链接到外部）或已损坏',
    'pictures that are linked or damaged were left out',
  ],
  'picture-format': [
    'changed',
    '图片格式无法直接印刷，文件已存入 images，请转为 PNG 或 JPEG',
    'pictures of a format that cannot be printed were saved; convert them to PNG or JPEG',
  ],
  'picture-cropped': ['changed', '裁剪过的图片按原图带入', 'cropped pictures came whole'],
  'formula-as-text': ['changed', '行内公式转为文字', 'formulas within lines became text'],
  'formula-approximate': [
    'changed',
    '公式中有不认识的结构，请核对',
    'formulas hold structures not known here; check them',
  ],
  'nested-table': [
    'changed',
    '表格中的表格转为单元格文字',
    'tables within tables became text of their cell',
  ],
  'quote-as-text': [
    'changed',
    '单元格中的引用按普通文字带入',
    'quotations in cells came as plain text',
  ],
  'code-as-text': [
    'changed',
    '单元格中的代码、夹有图片或脚注的代码按普通文字带入',
    'code in cells, or with pictures or footnotes in it, came as plain text',
  ],
  'reference-as-text': [
    'changed',
    '交叉引用的目标不是标题、表或图，保留为文字',
    'cross-references to other places were kept as text',
  ],
  'number-as-text': ['changed', '自动编号保留为文字', 'automatic numbers were kept as text'],
  'symbol-unknown': [
    'changed',
    '符号字体中的字符无法识别，以“□”代替',
    'characters of a symbol font became “□”',
  ],
  'colour-lost': [
    'lost',
    '文字颜色、突出显示没有带入',
    'colours and highlights of text were left out',
  ],
  'marks-dropped': [
    'changed',
    '个别加粗、下划线等无法与文字一起写成，已去掉格式',
    'some bold or underlined text lost its marks',
  ],
  'heading-lowered': [
    'changed',
    '七级及以下标题改为六级',
    'headings below level six became level six',
  ],
  'heading-guessed': [
    'changed',
    '没有用标题样式的段落按条款标题带入',
    'paragraphs without a heading style were taken for headings of clauses',
  ],
  'clause-by-similarity': [
    'changed',
    '标题与条款名称相近，已加上条款号，请核对',
    'headings resembling a clause were given its number; check them',
  ],
  'frame-as-box': ['changed', '单格表格转为提示框', 'tables of one cell became boxes'],
  'number-typed-dropped': [
    'changed',
    '题注中的编号去掉，印刷时自动编号',
    'numbers of captions were dropped; they are given when printing',
  ],
  'subdocument-lost': ['lost', '嵌入的其他文档没有带入', 'embedded documents were left out'],
  'placeholder-left-out': [
    'lost',
    '没有填写的内容控件（提示文字）没有带入',
    'empty content controls with their hints were left out',
  ],
  'column-break': ['changed', '分栏符改为换行', 'column breaks became line breaks'],
}

/** Something that did not come along as it was. */
export interface Loss {
  readonly id: LossKind
  readonly kind: 'lost' | 'changed'
  readonly what: Bilingual
  readonly count: number
  /** The words concerned, the first few of them whole. */
  readonly texts: readonly string[]
}

/** Collects losses while a file is read. */
export class LossList {
  readonly #found = new Map<LossKind, { count: number; readonly texts: string[] }>()

  /** `once`: it is worth saying only that it happened. */
  add(id: LossKind, text = '', once = 1): void {
    const entry = this.#found.get(id) ?? { count: 0, texts: [] }
    entry.count = once === 0 ? 1 : entry.count + 1
    const words = text.replaceAll(/\s+/g, ' ').trim()
    if (words !== '') entry.texts.push(words)
    this.#found.set(id, entry)
  }

  list(): readonly Loss[] {
    return [...this.#found].map(([id, { count, texts }]) => {
      const [kind, chinese, english] = kinds[id]
      return { id, kind, what: { 'zh-CN': chinese, en: english }, count, texts }
    })
  }
}
