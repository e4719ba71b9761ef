import { degrees, PDFDocument } from '@cantoo/pdf-lib'
import { loadAward } from '@ziping/award'
import { readEvidence } from '@ziping/report'
import { describe, expect, it } from 'vitest'
import { jpegHead, png } from '../test/pictures.ts'
import { workspaceWith } from '../test/workspace.ts'
import { checkEvidenceFiles, type EvidenceFilesRequest } from './check-evidence-files.ts'

const text = await pdf((document) => {
  for (let page = 0; page < 3; page++) document.addPage([595, 842]).drawText('certificate')
})
const turnedAlike = await pages(90, 90)
const turnedOtherwise = await pages(0, 0, 90)
const sharpScan = await scan(1654, 2339)
const coarseScan = await scan(400, 566)
const locked = await pdf((document) => {
  document.addPage()
  document.encrypt({ userPassword: 'secret', ownerPassword: 'owner' })
})
const noPages = await (await PDFDocument.create()).save({ addDefaultPage: false })

describe('files that can be printed', () => {
  it.each([
    ['a PDF with text', 'a.pdf', text],
    ['a scan at 200 dpi', 'a.pdf', sharpScan],
    ['pages all turned alike', 'a.pdf', turnedAlike],
    ['a photograph', 'a.jpg', jpegHead(2400, 1600)],
    ['a photograph for printers', 'a.jpeg', jpegHead(2400, 1600, { components: 4 })],
    ['a gray picture', 'a.png', png(1200, 1600, { gray: true })],
  ])('%s', async (_, file, bytes) => {
    expect(await found({ [file]: bytes })).toEqual([])
  })
})

describe('files that cannot, or not legibly', () => {
  it.each([
    ['evidence-file-encrypted/encrypted', 'a.pdf', locked],
    ['evidence-file-empty/empty', 'no-pages.pdf', noPages],
    ['evidence-file-empty/empty', 'no-bytes.pdf', new Uint8Array()],
    ['evidence-file-unreadable/unreadable', 'a.pdf', Buffer.from('%PDF-1.7\ntruncated')],
    ['evidence-file-unreadable/unreadable', 'a.png', png(1200, 1600).subarray(0, 2000)],
    ['evidence-file-unreadable/unreadable', 'a.jpg', Buffer.from('no picture')],
    ['evidence-file-type/type', 'a.docx', Buffer.from('PK')],
    ['evidence-file-type/name', 'a.jpg', png(1200, 1600)],
    ['evidence-file-type/name', 'a.pdf', jpegHead(2400, 1600)],
    ['evidence-file-rotated/rotated', 'a.jpg', jpegHead(2400, 1600, { orientation: 6 })],
    ['evidence-file-rotated/pages', 'a.pdf', turnedOtherwise],
    ['evidence-file-coarse/coarse', 'a.png', png(400, 300)],
    ['evidence-file-coarse/coarse', 'a.pdf', coarseScan],
  ])('%s: %s', async (expected, file, bytes) => {
    expect(await found({ [file]: bytes })).toEqual([expected])
  })

  it('a huge one, by the size asked about', async () => {
    const limits = { hugeMegabytes: 0, dpi: 120 }
    expect(await found({ 'a.pdf': text }, { limits })).toEqual(['evidence-file-huge/huge'])
  })

  it('each at the line that names it; what is missing or outside is not ours to tell', async () => {
    const workspace = workspaceWith({
      'evidence/evidence.yaml':
        'one: { title: 甲, file: a.pdf }\ntwo: { title: 乙, file: none.pdf }\nthree: { title: 丙, file: ../../x.pdf }\nfour:\n  title: 丁\n  file: b.pdf\n',
      'evidence/a.pdf': text,
      'evidence/b.pdf': '',
    })
    const findings = await checkEvidenceFiles({
      workspace,
      award: await loadAward('nantong-org-2020'),
      evidence: readEvidence(workspace.evidence),
    })
    expect(findings.map(({ rule, place }) => `${rule} ${place.file}:${place.line}`)).toEqual([
      'evidence-file-empty evidence/evidence.yaml:6',
    ])
  })

  it('says how far it is', async () => {
    const seen: string[] = []
    await found(
      { 'a.pdf': text, 'b.pdf': text },
      { onFile: (file, index, count) => seen.push(`${file} ${index}/${count}`) },
    )
    expect(seen).toEqual(['a.pdf 1/2', 'b.pdf 2/2'])
  })
})

async function pdf(draw: (document: PDFDocument) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  draw(document)
  return document.save()
}

/** A page for each angle by which it is turned. */
function pages(...angles: readonly number[]): Promise<Uint8Array> {
  return pdf((document) => {
    for (const angle of angles) document.addPage([595, 842]).setRotation(degrees(angle))
  })
}

/** An A4 page that is nothing but a picture. */
async function scan(width: number, height: number): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const image = await document.embedPng(png(width, height, { gray: true }))
  document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 })
  return document.save()
}

async function found(
  files: Readonly<Record<string, Uint8Array>>,
  more: Partial<EvidenceFilesRequest> = {},
): Promise<readonly string[]> {
  const names = Object.keys(files)
  const index = names.map((file, at) => `e${at}: { title: 证书, file: ${file} }\n`).join('')
  const workspace = workspaceWith({
    'evidence/evidence.yaml': index,
    ...Object.fromEntries(names.map((file) => [`evidence/${file}`, files[file] ?? ''])),
  })
  const findings = await checkEvidenceFiles({
    workspace,
    award: await loadAward('nantong-org-2020'),
    evidence: readEvidence(workspace.evidence),
    ...more,
  })
  return findings.map(({ rule, messageId }) => `${rule}/${messageId}`)
}
