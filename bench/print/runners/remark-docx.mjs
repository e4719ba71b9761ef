// node remark-docx.mjs FILE.md OUTPUT: as its README says.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [file = '', output = ''] = process.argv.slice(2)
const home = path.resolve(import.meta.dirname, '../peers')
const load = (name) => import(pathToFileURL(path.join(home, 'node_modules', name)).href)
const [{ unified }, { default: parse }, { default: gfm }, { default: docx }, { imagePlugin }] =
  await Promise.all([
    load('unified/index.js'),
    load('remark-parse/index.js'),
    load('remark-gfm/index.js'),
    load('remark-docx/lib/index.js'),
    load('remark-docx/lib/plugins/image/index.js'),
  ])
const images = imagePlugin({ load: (url) => bytesOf(path.resolve(path.dirname(file), url)) })
const made = await unified()
  .use(parse)
  .use(gfm)
  .use(docx, { plugins: [images] })
  .process(readFileSync(file))
writeFileSync(output, Buffer.from(await made.result))

function bytesOf(name) {
  return new Uint8Array(readFileSync(name)).buffer
}
