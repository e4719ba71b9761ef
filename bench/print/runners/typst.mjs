// node typst.mjs FOLDER FONTS OUTPUT: what a command around Typst's binding for Node does, and no more.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const [folder = '', fonts = '', output = ''] = process.argv.slice(2)
const peers = createRequire(path.resolve(import.meta.dirname, '../peers/package.json'))
const { NodeCompiler } = peers('@myriaddreamin/typst-ts-node-compiler')
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [fonts] }] })
const text = readFileSync(path.join(folder, 'report.typ'), 'utf8')
writeFileSync(output, compiler.pdf({ mainFileContent: text }))
