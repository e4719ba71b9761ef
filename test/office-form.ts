import type { PrintedCell, PrintedForm } from '@ziping/forms'
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { strFromU8, unzipSync } from 'fflate'

/** A form as an office makes it: merged cells, labels spread out and cut into runs, blanks to write on. */
export async function officeForm(forms: readonly PrintedForm[]): Promise<Uint8Array> {
  const children = forms.flatMap(({ parts }) =>
    parts.flatMap(({ blocks }) =>
      blocks.flatMap((block): (Paragraph | Table)[] => {
        if (block.kind === 'text') return [new Paragraph(block.text)]
        if (block.kind === 'lines')
          return block.lines.map(({ label, value }) =>
            paragraphOf(`${spread(label)}：${boxesOf(value.text)}`),
          )
        if (block.kind !== 'grid') return []
        const rows = [...block.head, ...block.rows]
        return [
          new Table({ rows: rows.map((row) => new TableRow({ children: row.map(cellOf) })) }),
          new Paragraph(''),
        ]
      }),
    ),
  )
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

function cellOf(cell: PrintedCell): TableCell {
  const value = cell.value === undefined ? '' : boxesOf(cell.value.text)
  return new TableCell({
    columnSpan: cell.colspan,
    rowSpan: cell.rowspan,
    children: [paragraphOf(`${cell.value === undefined ? spread(cell.text) : cell.text}${value}`)],
  })
}

/** 姓名 as 姓　名. */
function spread(label: string): string {
  return /^\p{Script=Han}{2}$/u.test(label) ? `${label[0]}　${label[1]}` : label
}

function boxesOf(text: string): string {
  return text.includes('□') ? text : ''
}

function paragraphOf(text: string): Paragraph {
  const at = Math.ceil(text.length / 2)
  return new Paragraph({
    children: [new TextRun(text.slice(0, at)), new TextRun({ text: text.slice(at), bold: true })],
  })
}

/** What stands in each cell, without blanks. */
export function cellTexts(file: Uint8Array): readonly string[] {
  const xml = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())
  return [...xml.matchAll(/<w:tc>.*?<\/w:tc>/gs)]
    .map(([cell]) => cell)
    .filter((cell) => !cell.includes('<w:vMerge w:val="continue"/>'))
    .map((cell) =>
      plain(
        [...cell.matchAll(/<w:t[ >][^<]*|<w:t>[^<]*/g)]
          .map(([text]) => text.replace(/^[^>]*>/, ''))
          .join(''),
      ),
    )
}

export function plain(text: string): string {
  return text
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(/\s/g, '')
}
