// node paged.mjs FILE.html OUTPUT: Paged.js in the browser that prints our pages.
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [file = '', output = ''] = process.argv.slice(2)
const home = path.resolve(import.meta.dirname, '../peers')
const peers = createRequire(path.join(home, 'package.json'))
const { default: puppeteer } = await import(pathToFileURL(peers.resolve('puppeteer-core')).href)
const browser = await puppeteer.launch({
  executablePath: process.env['ZIPING_BENCH_BROWSER'],
  headless: 'shell',
  pipe: true,
  protocolTimeout: 0,
  args: ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'],
})
const page = await browser.newPage()
page.setDefaultTimeout(0)
await page.goto(pathToFileURL(file).href, { waitUntil: 'load' })
await page.evaluate('window.PagedConfig = { auto: false }')
await page.addScriptTag({
  path: path.join(home, 'node_modules/pagedjs/dist/paged.polyfill.min.js'),
})
await page.evaluate('window.PagedPolyfill.preview()')
const options = {
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
  timeout: 0,
}
writeFileSync(output, await page.pdf(options))
await browser.close()
