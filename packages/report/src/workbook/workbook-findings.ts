import { type Bilingual, declareUnder, type FindingMaker } from '@ziping/diagnostics'

const declare = declareUnder<'data-invalid'>()

interface InCell {
  /** `指标!D7` */
  readonly cell: string
}
interface InCellWithText extends InCell {
  readonly text: string
}

export const unreadableWorkbook: FindingMaker<{ readonly file: string; readonly why: Bilingual }> =
  declare(
    'data-invalid',
    'workbook',
    'error',
    ({ file, why }) => ({
      message: `${file} 没有读取：${why['zh-CN']}`,
      advice:
        '用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”，不设密码；空白样表见 ziping data template',
    }),
    ({ file, why }) => ({
      message: `${file} was not read: ${why.en}`,
      advice: 'Save it as an Excel workbook (.xlsx) without a password; see ziping data template',
    }),
  )

export const bothFiles: FindingMaker<{ readonly yaml: string; readonly workbook: string }> =
  declare(
    'data-invalid',
    'workbook-and-yaml',
    'error',
    ({ yaml, workbook }) => ({
      message: `${yaml} 和 ${workbook} 都有指标，只读取了 ${yaml}`,
      advice:
        '指标只能有一个出处：留下常用的一个，另一个移出申报工程；两者的差别见 ziping data diff',
    }),
    ({ yaml, workbook }) => ({
      message: `${yaml} and ${workbook} both hold indicators; only ${yaml} was read`,
      advice: 'Keep one of them; ziping data diff shows where they differ',
    }),
  )

export const noHeading: FindingMaker<{ readonly file: string; readonly sheets: string }> = declare(
  'data-invalid',
  'workbook-heading',
  'error',
  ({ file, sheets }) => ({
    message: `${file} 的工作表（${sheets}）中没有找到表头：要有“指标”一列和年份（如 2019年）各列`,
    advice: '按 ziping data template 生成的样表填写',
  }),
  ({ file, sheets }) => ({
    message: `No sheet of ${file} (${sheets}) has a heading with 指标 and years such as 2019年`,
    advice: 'Use the sheet that ziping data template writes',
  }),
)

export const unknownColumn: FindingMaker<InCellWithText> = declare(
  'data-invalid',
  'workbook-column',
  'warning',
  ({ cell, text }) => ({
    message: `${cell} 的“${text}”不是认得的表头，这一列没有读取`,
    advice: '改成样表中的列名（见 ziping data template），或把这一列移到别的工作表',
  }),
  ({ cell, text }) => ({
    message: `${cell}: “${text}” is no known heading; its column was not read`,
    advice: 'Use a heading of ziping data template, or move the column to another sheet',
  }),
)

export const strayCell: FindingMaker<InCellWithText> = declare(
  'data-invalid',
  'workbook-stray',
  'warning',
  ({ cell, text }) => ({
    message: `${cell} 的“${text}”没有读取：这一列没有表头，或这一行没有指标`,
    advice: '补上表头或指标名称，或删去这个单元格的内容',
  }),
  ({ cell, text }) => ({
    message: `${cell}: “${text}” was not read: its column has no heading, or its row no indicator`,
    advice: 'Add the heading or the indicator, or clear the cell',
  }),
)

export const unknownSeries: FindingMaker<InCellWithText> = declare(
  'data-invalid',
  'workbook-series',
  'error',
  ({ cell, text }) => ({
    message: `${cell} 的“${text}”不知是哪一种数，这一行没有读取`,
    advice: '可写：实际、目标、标杆、竞争对手、行业平均；空着即为实际',
  }),
  ({ cell, text }) => ({
    message: `${cell}: “${text}” is no known kind of series; its row was not read`,
    advice: 'Write 实际, 目标, 标杆, 竞争对手 or 行业平均; left empty it is 实际',
  }),
)

export const twice: FindingMaker<InCellWithText> = declare(
  'data-invalid',
  'workbook-twice',
  'error',
  ({ cell, text }) => ({
    message: `${cell}：“${text}”在前面已经填过，这里没有读取`,
    advice: '同一指标的同一内容只填一次；两处不同时先核对',
  }),
  ({ cell, text }) => ({
    message: `${cell}: “${text}” was given before; this one was not read`,
    advice: 'Give each figure once',
  }),
)

export const notCalculated: FindingMaker<InCell> = declare(
  'data-invalid',
  'workbook-formula',
  'error',
  ({ cell }) => ({
    message: `${cell} 的公式还没有算出结果`,
    advice: '用 Excel 或 WPS 打开这个文件，算好后保存',
  }),
  ({ cell }) => ({
    message: `The formula in ${cell} has no result yet`,
    advice: 'Open the file in Excel or WPS and save it',
  }),
)

export const wrongCell: FindingMaker<InCellWithText> = declare(
  'data-invalid',
  'workbook-value',
  'error',
  ({ cell, text }) => ({
    message: `${cell} 的“${text}”不是数，没有读取`,
    advice: '填数字；还不知道的写“待查：谁 何时”，没有的空着或填“/”',
  }),
  ({ cell, text }) => ({
    message: `${cell}: “${text}” is no number and was not read`,
    advice:
      'Give a number; 待查：WHO WHEN for what is still open; nothing or / where there is none',
  }),
)

export const percentOfUnit: FindingMaker<InCellWithText & { readonly unit: string }> = declare(
  'data-invalid',
  'workbook-percent',
  'error',
  ({ cell, text, unit }) => ({
    message: `${cell} 显示为百分数 ${text}%，这个指标的单位却是“${unit}”`,
    advice: '单位改成 %，或把单元格的格式改成“数值”',
  }),
  ({ cell, text, unit }) => ({
    message: `${cell} shows the percentage ${text}%, but the indicator’s unit is “${unit}”`,
    advice: 'Make the unit %, or format the cell as a plain number',
  }),
)

export const workbookTooLarge: FindingMaker<{
  readonly file: string
  readonly megabytes: number
}> = declare(
  'data-invalid',
  'workbook-size',
  'error',
  ({ file, megabytes }) => ({
    message: `${file} 有 ${megabytes} MB，没有读取`,
    advice: '指标的工作簿只放数据，不超过 20 MB；图片和原始资料另存一个文件',
  }),
  ({ file, megabytes }) => ({
    message: `${file} is ${megabytes} MB and was not read`,
    advice: 'Keep only figures in it, below 20 MB',
  }),
)
