/** A sheet as a scanner saves it. */
export interface ScannedSheet {
  readonly jpeg: Buffer
  readonly width: number
  readonly height: number
  readonly isGrey: boolean
  /** The reader turns it by so much. */
  readonly rotation?: 0 | 90 | 180 | 270
  /** Recognised text, as some scanners add: invisible. */
  readonly text?: string
}

/** A PDF of scanned sheets, A4. */
export function scanPdf(sheets: readonly ScannedSheet[]): Buffer {
  const objects: Buffer[] = []
  const add = (...content: readonly (string | Buffer)[]): number => {
    objects.push(
      Buffer.concat(
        content.map((one) => (typeof one === 'string' ? Buffer.from(one, 'latin1') : one)),
      ),
    )
    return objects.length
  }
  const kids = sheets.map((_, index) => `${3 + index * 3} 0 R`)
  add('<</Type/Catalog/Pages 2 0 R>>')
  add(`<</Type/Pages/Count ${sheets.length}/Kids[${kids.join(' ')}]>>`)
  for (const { jpeg, width, height, isGrey, rotation = 0, text } of sheets) {
    const number = objects.length + 1
    const font = '<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>'
    const content = `q 595 0 0 842 0 0 cm /Im Do Q${text === undefined ? '' : ` BT 3 Tr /F 10 Tf 50 50 Td (${text}) Tj ET`}`
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate ${rotation}/Contents ${number + 1} 0 R`,
      `/Resources<</XObject<</Im ${number + 2} 0 R>>/Font${font}>>>>`,
    )
    add(`<</Length ${content.length}>>\nstream\n${content}\nendstream`)
    add(
      `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8`,
      `/ColorSpace/${isGrey ? 'DeviceGray' : 'DeviceRGB'}/Filter/DCTDecode/Length ${jpeg.length}>>`,
      '\nstream\n',
      jpeg,
      '\nendstream',
    )
  }
  return written(objects)
}

function written(objects: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  let offset = parts[0]?.length ?? 0
  const table = ['0000000000 65535 f \n']
  for (const [index, object] of objects.entries()) {
    const head = Buffer.from(`${index + 1} 0 obj\n`)
    const tail = Buffer.from('\nendobj\n')
    table.push(`${String(offset).padStart(10, '0')} 00000 n \n`)
    parts.push(head, object, tail)
    offset += head.length + object.length + tail.length
  }
  const size = objects.length + 1
  const trailer = `trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${offset}\n%%EOF\n`
  parts.push(Buffer.from(`xref\n0 ${size}\n${table.join('')}${trailer}`))
  return Buffer.concat(parts)
}
