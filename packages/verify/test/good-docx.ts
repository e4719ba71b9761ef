import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  type IParagraphStyleOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  SimpleField,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { greyPng } from '../../pdf/test/grey-png.ts'

const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' }
const hei = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' }
const mm = (length: number): number => Math.round((length * 1440) / 25.4)

export const sentence =
  '公司高层领导以身作则，制定使命、愿景和价值观，通过会议、走访和内刊向全体员工以及主要供方和合作伙伴宣贯。'

/** A Word file as the strict award wants it: nothing of it is wrong. */
export async function goodDocx(): Promise<Uint8Array> {
  const body = (text: string): Paragraph => new Paragraph({ style: 'Body', text })
  const section = {
    properties: {
      page: {
        size: { width: mm(210), height: mm(297) },
        margin: { top: mm(25), bottom: mm(22), left: mm(28), right: mm(22), gutter: 0 },
      },
    },
    footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
  }
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: { font: song, size: 24 } } },
      paragraphStyles: [
        {
          id: 'Body',
          name: '正文缩进',
          basedOn: 'Normal',
          run: { font: song, size: 24 },
          paragraph: {
            indent: { firstLine: 480 },
            spacing: { line: 440, lineRule: LineRuleType.EXACT },
          },
        },
        { id: 'Footer', name: 'footer', run: { size: 28 } },
        heading('Heading1', 'heading 1', 32, 0),
        heading('Heading2', 'heading 2', 28, 1),
      ],
    },
    sections: [
      {
        ...section,
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: '1 领导' }),
          new Paragraph({ heading: HeadingLevel.HEADING_2, text: '1.1 高层领导的作用' }),
          ...Array.from({ length: 12 }, () => body(sentence.repeat(2))),
          new Paragraph({
            children: [
              new Bookmark({ id: 'tbl1', children: [new TextRun('表1-1')] }),
              new TextRun('　主要指标'),
            ],
          }),
          new Table({
            rows: ['指标', '营业收入'].map(
              (name) =>
                new TableRow({
                  children: [name, '2018', '2019'].map(
                    (text) => new TableCell({ children: [new Paragraph(text)] }),
                  ),
                }),
            ),
          }),
          new Paragraph({
            style: 'Body',
            children: [
              new TextRun(`${sentence}近三年的结果见`),
              new SimpleField('REF tbl1 \\h', '表1-1'),
              new TextRun('。'),
            ],
          }),
        ],
      },
      {
        ...section,
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: '2 战略' }),
          ...Array.from({ length: 8 }, () => body(sentence.repeat(2))),
          new Paragraph({
            children: [
              new ImageRun({
                type: 'png',
                data: greyPng(1000, 500),
                transformation: { width: 380, height: 190 },
              }),
            ],
          }),
        ],
      },
    ],
  })
  const bytes = new Uint8Array(await Packer.toBuffer(document))
  // The library has no word for mirrored margins.
  return editDocx(bytes, {
    'word/settings.xml': (xml) => xml.replace('<w:evenAndOddHeaders/>', '<w:mirrorMargins/>$&'),
  })
}

function heading(
  id: string,
  name: string,
  size: number,
  outlineLevel: number,
): IParagraphStyleOptions {
  return {
    id,
    name,
    basedOn: 'Normal',
    run: { font: hei, size, bold: true },
    paragraph: { outlineLevel },
  }
}

function footer(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT] })
  return new Footer({
    children: [new Paragraph({ style: 'Footer', alignment, children: [number] })],
  })
}

export type Edits = Readonly<Record<string, (xml: string) => string>>

/** Changes parts of a Word file as text; an edit that changes nothing is a mistake in the test. */
export function editDocx(bytes: Uint8Array, edits: Edits): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [name, edit] of Object.entries(edits)) {
    const before = strFromU8(parts[name] ?? new Uint8Array())
    const after = edit(before)
    if (after === before) throw new Error(`${name} was not changed: ${before.slice(0, 3000)}`)
    parts[name] = strToU8(after)
  }
  return zipSync(parts)
}
