import process from 'node:process'
import {
  Browser,
  faceFamilies,
  findBrowser,
  findFonts,
  installBrowser,
  installFonts,
  machineOf,
  prepareFonts,
} from '@ziping/pdf'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { drawPictures } from './draw-pictures.ts'

let browser: Browser
let fontFaces: string
beforeAll(async () => {
  const machine = machineOf(process.env)
  const isPinned = machine.platform === 'linux' && process.arch === 'x64'
  await installFonts(machine)
  browser = new Browser(isPinned ? await installBrowser(machine) : findBrowser(machine))
  // So large that it is not there at once.
  const many = Array.from({ length: 5000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('')
  const page = `<p style="font-family:'${faceFamilies.song}'">${many}</p>`
  fontFaces = (await prepareFonts(page, findFonts(machine, { system: false }))).css
})
afterAll(() => browser.close())

it('has its fonts from the first picture on', async () => {
  const words = `<text y="20" font-family="${faceFamilies.song}">质量管理</text>`
  const picture = { svg: `<svg width="80pt" height="30pt">${words}</svg>`, width: 80, height: 30 }
  for (let round = 0; round < 2; round++) {
    const [first, ...others] = await drawPictures(Array(3).fill(picture), browser, { fontFaces })
    for (const other of others)
      expect(Buffer.from(other).equals(Buffer.from(first ?? []))).toBe(true)
  }
})
