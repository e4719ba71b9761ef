// Makes the PDF files that the samples' evidence indexes name, and the sealed scans of signed.yaml: invented certificates,
// one page each, small, the same bytes each time. Run by hand after an index changed: npm install --prefix scripts/evidence && node scripts/evidence/make-evidence.ts
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import PDFDocument from 'pdfkit'
import { parse } from 'yaml'

interface Entry {
  readonly title?: string
  readonly file?: string
  readonly issuer?: string
  readonly issued?: string
  readonly expires?: string
  readonly kind?: string
  readonly level?: string
  readonly number?: string | number
  readonly holder?: string
  readonly unavailable?: string
}

const require = createRequire(import.meta.url)
const fonts = path.dirname(require.resolve('@expo-google-fonts/noto-serif-sc/package.json'))
const font = {
  body: `${fonts}/400Regular/NotoSerifSC_400Regular.ttf`,
  bold: `${fonts}/700Bold/NotoSerifSC_700Bold.ttf`,
}
const root = path.resolve(import.meta.dirname, '../..')
const folders = ['content/samples', 'test/reports'].flatMap((parent) =>
  readdirSync(path.join(root, parent)).map((name) => path.join(root, parent, name)),
)

for (const folder of folders) {
  const index = path.join(folder, 'evidence/evidence.yaml')
  if (!existsSync(index)) continue
  const entries: Record<string, Entry> = parse(readFileSync(index, 'utf8')) ?? {}
  const holder = holderOf(folder)
  for (const [id, entry] of Object.entries(entries)) {
    if (entry.file === undefined || entry.unavailable !== undefined || !entry.file.endsWith('.pdf'))
      continue
    await writeCertificate(path.join(folder, 'evidence', entry.file), id, entry, holder)
  }
  process.stdout.write(`${path.relative(root, folder)}: ${Object.keys(entries).length}\n`)
}

const scans: Record<string, Record<string, Entry>> = parse(
  readFileSync(path.join(import.meta.dirname, 'signed.yaml'), 'utf8'),
)
for (const [name, files] of Object.entries(scans)) {
  const folder = path.join(root, 'content/samples', name)
  for (const [file, entry] of Object.entries(files))
    await writeCertificate(path.join(folder, 'signed', file), file, entry, holderOf(folder))
  process.stdout.write(`${path.relative(root, folder)}/signed: ${Object.keys(files).length}\n`)
}

function holderOf(folder: string): string {
  const { person, organization } = parse(
    readFileSync(path.join(folder, 'data/applicant.yaml'), 'utf8'),
  )
  return person?.name ?? organization?.name ?? ''
}

async function writeCertificate(
  file: string,
  id: string,
  entry: Entry,
  holder: string,
): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true })
  const fixed = new Date('2020-01-01T00:00:00Z')
  const info = { Title: entry.title ?? id, CreationDate: fixed, ModDate: fixed }
  const page = new PDFDocument({ size: 'A4', margin: 0, info, lang: 'zh-CN' })
  const output = createWriteStream(file)
  page.pipe(output)
  draw(page, entry, holder)
  page.end()
  await finished(output)
}

function draw(page: typeof PDFDocument.prototype, entry: Entry, holder: string): void {
  const { width, height } = page.page
  page
    .lineWidth(2)
    .rect(40, 40, width - 80, height - 80)
    .stroke('#8a6d3b')
  page
    .lineWidth(0.6)
    .rect(48, 48, width - 96, height - 96)
    .stroke('#8a6d3b')
  const title = entry.title ?? ''
  page
    .font(font.bold)
    .fillColor('#222')
    .fontSize(title.length > 16 ? 20 : 26)
  page.text(title, 80, 150, { width: width - 160, align: 'center' })
  page.font(font.body).fontSize(13)
  let at = 290
  for (const [label, value] of rows(entry, holder)) {
    page.text(`${label}：${value}`, 100, at, { width: width - 200, lineGap: 4 })
    at += page.heightOfString(`${label}：${value}`, { width: width - 200, lineGap: 4 }) + 14
  }
  page
    .circle(width - 170, height - 190, 52)
    .lineWidth(2)
    .stroke('#b33')
  page
    .fillColor('#b33')
    .fontSize(11)
    .text('（印章）', width - 210, height - 197, { width: 80, align: 'center' })
  page
    .fillColor('#222')
    .fontSize(12)
    .text(entry.issuer ?? '', 100, height - 170, { width: width - 320 })
  page.text(chineseDate(entry.issued), 100, height - 145, { width: width - 320 })
  page
    .fillColor('#777')
    .fontSize(9)
    .text('示例材料，机构、编号、日期均为虚构', 0, height - 70, { width, align: 'center' })
}

function rows(entry: Entry, holder: string): readonly (readonly [string, string])[] {
  const valid =
    entry.expires === undefined ? [] : [['有效期至', chineseDate(entry.expires)] as const]
  return [
    ['持有人', entry.holder ?? holder],
    ...(entry.number === undefined ? [] : [['编号', String(entry.number)] as const]),
    ...(entry.level === undefined ? [] : [['级别', `${entry.level}级`] as const]),
    ...valid,
  ]
}

function chineseDate(date: string | undefined): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(date ?? ''))
  return match === null
    ? String(date ?? '')
    : `${match[1]}年${Number(match[2])}月${Number(match[3])}日`
}
