import { declareLater, type LaterRule } from './later-rule.ts'

const kind = declareLater('build')
const source = ['DESIGN 1']

/** What `build` sees when it draws, prints and writes Word. */
export const printed: readonly LaterRule[] = [
  kind(
    'evidence-file-unusable',
    'error',
    { waivable: 'never', source: ['L-29'] },
    ['证实性材料装不进申报书', '这份文件并不进书里，印出来会少一份证明；ziping check 能事先看出。'],
    [
      'A scan cannot be bound into the book',
      'The book would lack a proof; ziping check sees it beforehand.',
    ],
  ),
  kind(
    'evidence-not-in-word',
    'info',
    { waivable: 'always', source },
    [
      'Word 版不放扫描件和照片',
      '证实性材料超过 100 MB 时，放进 Word 会大到打不开，那里只列题目；PDF 里一件不少。',
    ],
    [
      'The Word file bears no scans and photographs',
      'Above 100 MB of evidence Word could not open it: its titles stand there, and all of it in the PDF.',
    ],
  ),
  kind(
    'form-template-unusable',
    'error',
    { waivable: 'never', source },
    [
      '受理机构的申报表用不了',
      'ziping.yaml 的 formTemplate 指的 Word 表样读不到，或不是表样；没有它就填不出受理机构要的那一份。',
    ],
    [
      'The office’s form cannot be used',
      'The Word file named as formTemplate cannot be read; without it the office’s own form is not filled.',
    ],
  ),
  kind(
    'field-not-placed',
    'warning',
    { waivable: 'always', source },
    [
      '有内容没有填进受理机构的表',
      '表样里没有找到对应的格子，这些内容要手工填；受理机构的表本来就没有这一栏的，可以忽略。',
    ],
    [
      'A value was not placed in the office’s form',
      'No cell was found for it: fill it in by hand, or waive it where the office’s form has no such cell.',
    ],
  ),
  kind(
    'form-bound-own',
    'warning',
    { waivable: 'always', source },
    [
      '装订本里的申报表不是受理机构的 Word 原表',
      '填好的 Word 表只能由 Word、WPS 打印，装订本里的申报表由 ziping 按通知的表样排出，内容相同。受理机构不要求原表的，忽略并说明；要求的，另印换上。',
    ],
    [
      'The bound volume holds our form, not the office’s Word file',
      'Only Word or WPS can print the filled file, so the volume has the form as set after the notice, with the same values. Waive it where that will do, else print the file and put it in.',
    ],
  ),
  kind(
    'formula-invalid',
    'error',
    { waivable: 'always', source },
    ['公式无法识别', '认不出的公式按原文印出，评审员看到的是代码。本来就想印原文的，忽略并说明。'],
    [
      'A formula cannot be read',
      'It is printed as typed, and a reviewer sees code; waive it where that is meant.',
    ],
  ),
  kind(
    'glyph-missing',
    'error',
    { waivable: 'always', source },
    [
      '字体里没有这个字',
      '生僻字、符号在所用字体里没有，会印成空框。装上有这个字的字体（fonts），或决定手写补上后忽略。',
    ],
    [
      'A character is in no font',
      'It would print as an empty box. Add a font that has it, or waive it and write it in by hand.',
    ],
  ),
  kind(
    'diagram-small',
    'warning',
    { waivable: 'always', source: ['L-17'] },
    ['图里的字印得太小', '太宽的图缩进版心后字看不清；拆成两幅、改成竖排，或放进 :::横向。'],
    [
      'The words in a diagram print too small',
      'A wide diagram shrinks to the width of the page: split it, turn it upright, or put it on a landscape page.',
    ],
  ),
  kind(
    'spine-thin',
    'info',
    { waivable: 'always', source: ['L-52'] },
    ['书脊很窄', '纸张少时书脊只有几毫米，字印得很小；装订前与印刷厂商量。'],
    ['The spine is narrow', 'Few sheets leave little room for the words on the spine.'],
  ),
  kind(
    'docx-image',
    'error',
    { waivable: 'warnings', source },
    ['图片放不进 Word 文件', 'Word 里这一处印的是图片的名称，与 PDF 不一致；换成 PNG 或 JPG。'],
    [
      'A picture cannot be put into the Word file',
      'Its name stands in its place, other than in the PDF; use PNG or JPG.',
    ],
  ),
  kind(
    'docx-drawing',
    'warning',
    { waivable: 'always', source },
    [
      'Word 文件里少一幅图',
      '这台电脑没有浏览器就画不出流程图，Word 里只留了位置；装好浏览器再做一次（ziping doctor）。',
    ],
    [
      'A diagram is missing from the Word file',
      'Diagrams need a browser to be drawn; see ziping doctor, then build again.',
    ],
  ),
  kind(
    'docx-exhibit',
    'warning',
    { waivable: 'always', source },
    ['Word 文件里少一份证实性材料', '扫描件没有放进 Word，只有名称；付印以 PDF 为准。'],
    [
      'A scan is missing from the Word file',
      'Only its title is there; what is printed is the PDF.',
    ],
  ),
  kind(
    'docx-formula',
    'warning',
    { waivable: 'always', source },
    ['Word 公式写不出', '公式里有 Word 没有的命令，Word 里照原样印成文字；PDF 不受影响。'],
    ['A formula has commands that Word lacks', 'Word shows it as typed; the PDF is not affected.'],
  ),
  kind(
    'docx-page-number',
    'warning',
    { waivable: 'always', source },
    ['Word 目录里有页码没有算出', '先印 PDF 再做 Word，页码就是准的。'],
    [
      'A page number in the Word file is not known',
      'Print the PDF first, then make the Word file.',
    ],
  ),
]
