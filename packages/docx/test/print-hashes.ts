// Prints the hash of two documents; the argument shifts the library's own counters, which must not show.
import { createHash } from 'node:crypto'
import { officialLayout, reportLayout } from '@ziping/resolve'
import { renderDocx } from '../src/render-docx.ts'
import { featureDocument } from './feature-document.ts'
import { smallBook, smallMaterial } from './small-book.ts'

for (let turn = 0; turn < Number(process.argv[2]); turn += 1)
  await renderDocx(smallBook(officialLayout), smallMaterial())
for (const { book, material } of [
  { book: smallBook(reportLayout), material: smallMaterial() },
  featureDocument(),
]) {
  const { file } = await renderDocx(book, material)
  process.stdout.write(`${createHash('sha256').update(file).digest('hex')}\n`)
}
