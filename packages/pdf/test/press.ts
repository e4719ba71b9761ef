// A browser and fonts for tests: the pinned ones, fetched once into the user's cache, so that every machine prints alike.
import process from 'node:process'
import {
  Browser,
  type Fonts,
  findBrowser,
  findFonts,
  installBrowser,
  installFonts,
  type Machine,
  machineOf,
  type PrintOptions,
} from '../src/index.ts'

export interface Press {
  readonly machine: Machine
  readonly browser: Browser
  readonly fonts: Fonts
  readonly options: PrintOptions
}

export async function openPress(): Promise<Press> {
  const machine = machineOf(process.env)
  const isPinned = machine.platform === 'linux' && process.arch === 'x64'
  await installFonts(machine)
  const browser = new Browser(isPinned ? await installBrowser(machine) : findBrowser(machine))
  const fonts = findFonts(machine, { system: false })
  const metadata = { title: '自评报告', author: '甲公司', language: 'zh-CN' }
  return {
    machine,
    browser,
    fonts,
    options: { browser, fonts, metadata, date: new Date('2020-07-15T00:00:00Z') },
  }
}

/** A book in small: cover, contents, blank page, chapters; numbers outside, front matter in Roman numerals. */
export function smallBook(chapters: number, text = '质量是企业的生命。'.repeat(60)): string {
  const ids = Array.from({ length: chapters }, (_, index) => `条款-${index + 1}`)
  const contents = ids.map(
    (id) => `<p><a href="#${id}">${id}</a> <span data-page-of="${id}"></span></p>`,
  )
  const sections = ids.map(
    (id) => `<section><h1 id="${id}">${id} 领导</h1>${`<p>${text}</p>`.repeat(5)}</section>`,
  )
  return `<!doctype html><html lang="zh-CN"><head><title>x</title><style>
    @page { size: A4; margin: 25mm 22mm 22mm 28mm;
      @bottom-right { content: counter(page); font: 14pt "ZP Latin" } }
    @page :left { margin: 25mm 28mm 22mm 22mm; @bottom-right { content: none }
      @bottom-left { content: counter(page); font: 14pt "ZP Latin" } }
    body { margin: 0; font: 12pt/22pt "ZP Latin", "ZP Song"; text-align: justify }
    h1 { font-family: "ZP Latin", "ZP Hei" }
    section, .blank { break-before: page }
    p { margin: 0; text-indent: 2em; width: 453pt }
  </style></head><body>
  <div>${contents.join('')}</div>
  <div class="blank" data-recto-for="条款-1"></div>
  ${sections.join('')}</body></html>`
}
