import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installFonts } from '../install/install-fonts.ts'
import { type Machine, machineOf } from '../machine.ts'
import { coveredCharacters } from './covered-characters.ts'
import type { FaceName } from './faces.ts'
import { findFonts } from './find-fonts.ts'
import { prepareFonts } from './prepare-fonts.ts'
import { openSfnt } from './sfnt.ts'
import { subsetFont } from './subset-font.ts'

let machine: Machine
let installed: string
let folder: string
beforeAll(async () => {
  machine = machineOf(process.env)
  installed = await installFonts(machine)
  folder = mkdtempSync(path.join(tmpdir(), 'ziping-fonts-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('findFonts', () => {
  it('finds the installed ones, and says once that there is no 仿宋', () => {
    const { faces, substitutions } = findFonts(machine, { system: false })
    expect(Object.values(faces).map(({ name, fontName }) => `${name} ${fontName}`)).toEqual([
      'song Noto Serif SC',
      'hei Noto Sans SC',
      'fangsong Noto Serif SC',
      'kai LXGW WenKai',
      'latin Tinos',
    ])
    expect(faces.song.files.map(({ weight }) => weight)).toEqual([400, 700])
    expect(faces.latin.files).toHaveLength(4)
    expect(substitutions.map(({ words }) => words['zh-CN'].message)).toEqual([
      '没有找到仿宋，改用宋体打印',
    ])
  })

  it('prefers the file the user names, then the fonts of the system', () => {
    const home = path.join(folder, 'home')
    mkdirSync(path.join(home, '.fonts'), { recursive: true })
    renamed(
      'LXGWWenKai-Regular.ttf',
      'LXGW WenKai',
      'FangSong',
      path.join(home, '.fonts', 'simfang.ttf'),
    )
    const own = { ...machine, home, env: { ...machine.env, XDG_DATA_HOME: home } }
    expect(findFonts(own).faces.fangsong).toMatchObject({ fontName: 'FangSong', source: 'system' })
    const file = path.join(installed, 'NotoSansSC-Regular.ttf')
    expect(findFonts(own, { files: { fangsong: file } }).faces.fangsong).toMatchObject({
      fontName: 'Noto Sans SC',
      source: 'asked',
    })
  })

  it('refuses a named file that cannot be embedded, with the reason', () => {
    const text = path.join(folder, 'a.ttf')
    writeFileSync(text, 'no font')
    const refuse = (file: string) => () => findFonts(machine, { files: { song: file } })
    expect(refuse(text)).toThrow(expect.objectContaining({ code: 'pdf/font-unusable' }))
    expect(refuse(path.join(folder, 'none.ttf'))).toThrow(/missing or no complete/)
    const outlines = path.join(folder, 'cff.otf')
    retagged('NotoSansSC-Regular.ttf', 'glyf', 'CFF ', outlines)
    expect(refuse(outlines)).toThrow(/CFF outlines/)
    const variable = path.join(folder, 'variable.ttf')
    retagged('NotoSansSC-Regular.ttf', 'prep', 'fvar', variable)
    expect(refuse(variable)).toThrow(/variable/)
  })

  it('fails with the way out where there is no Chinese font at all', () => {
    const bare = { ...machine, cacheFolder: folder, env: {} }
    expect(() => findFonts(bare, { system: false })).toThrow(
      expect.objectContaining({
        code: 'pdf/fonts-missing',
        words: expect.objectContaining({
          'zh-CN': expect.objectContaining({
            advice: expect.stringContaining('ziping fonts install'),
          }),
        }),
      }),
    )
  })
})

describe('subsetFont', () => {
  it('keeps what is asked for and nothing else, of a collection too', async () => {
    const [font] = openSfnt(path.join(installed, 'NotoSerifSC-Regular.ttf'))
    if (font === undefined) throw new Error('no font')
    const collection = path.join(folder, 'two.ttc')
    writeFileSync(
      collection,
      collectionOf(readFileSync(path.join(installed, 'Tinos-Bold.ttf')), readFileSync(font.file)),
    )
    const [, second] = openSfnt(collection)
    if (second === undefined) throw new Error('no second font')
    const wanted = [...'质量一，。“”'].map((character) => character.codePointAt(0) ?? 0)
    const files = await Promise.all([font, second].map((one) => subsetFont(one, wanted)))
    for (const [index, bytes] of files.entries()) {
      const file = path.join(folder, `subset-${index}.ttf`)
      writeFileSync(file, bytes ?? '')
      const [subset] = openSfnt(file)
      if (subset === undefined) throw new Error('no subset')
      expect([...coveredCharacters(subset)].toSorted((a, b) => a - b)).toEqual(
        wanted.toSorted((a, b) => a - b),
      )
      expect(bytes?.length).toBeLessThan(20_000)
    }
    expect(coveredCharacters(font).size).toBeGreaterThan(20_000)
  })
})

describe('prepareFonts', () => {
  it('takes characters as entities and CSS write them, and gives the same bytes from a spoilt cache', async () => {
    const fonts = {
      ...findFonts(machine, { system: false }),
      cacheFolder: path.join(folder, 'subsets'),
    }
    const html = `<style>p::before { content: "\\7EED\\8868"; font-family: "ZP Song" }</style><p>&#x6C49;&#23383;&hellip;`
    const first = await prepareFonts(html, fonts)
    expect(first.missing).toEqual([])
    expect(await prepareFonts(html, fonts)).toEqual(first)
    const { readdirSync } = await import('node:fs')
    const cached = readdirSync(fonts.cacheFolder)
    expect(cached).toHaveLength(2)
    for (const name of cached) writeFileSync(path.join(fonts.cacheFolder, name), 'spoilt')
    expect(await prepareFonts(html, fonts)).toEqual(first)
  })

  it('has signs that no Chinese font has, and tells nobody', async () => {
    const fonts = findFonts(machine, { system: false })
    const html = `<p style="font-family: 'ZP Song'">☑是 □否</p>`
    const { css, missing } = await prepareFonts(html, fonts)
    expect(missing).toEqual([])
    expect(css).toContain('unicode-range:U+2611;')
    const without = await prepareFonts(html, { ...fonts, symbols: undefined })
    expect(without.missing).toEqual([{ character: '☑', face: 'song', by: undefined }])
  })

  it('embeds only the faces that draw something, where that is known', async () => {
    const fonts = findFonts(machine, { system: false })
    const html = `<style>p { font-family: 'ZP Song', 'ZP FangSong', 'ZP Kai' }</style><p>质</p>`
    const texts = new Map([['song', { regular: '质', bold: '量' }]] as const)
    const { css } = await prepareFonts(html, fonts, texts)
    expect(css.match(/font-family:"[^"]*"/g)).toEqual(Array(2).fill('font-family:"ZP Song"'))
  })

  it('cuts each weight to what is drawn in it, and gives a face of one weight both', async () => {
    const fonts = findFonts(machine, { system: false })
    const html = `<style>p { font-family: 'ZP Song', 'ZP Kai' }</style><p>质<b>量</b></p>`
    const many = Array.from({ length: 300 }, (_, index) => String.fromCharCode(0x4e00 + index))
    const of = async (face: FaceName, regular: string, bold: string) => {
      const { css } = await prepareFonts(html, fonts, new Map([[face, { regular, bold }]]))
      return [...css.matchAll(/font-weight:(\d+);[^}]*base64,([^)]*)/g)].map(
        ([, weight, data = '']) => ({ weight, size: data.length }),
      )
    }
    const song = await of('song', many.join(''), '量')
    expect(song.map(({ weight }) => weight)).toEqual(['400', '700'])
    expect(song[1]?.size).toBeLessThan((song[0]?.size ?? 0) / 2)
    expect(await of('song', '质', '')).toMatchObject([{ weight: '400' }])
    const [kai, ...others] = await of('kai', '质', many.join(''))
    expect(others).toEqual([])
    expect(kai?.size).toBeGreaterThan((await of('kai', '质', ''))[0]?.size ?? 0)
  })

  it('embeds only the faces a page names', async () => {
    const fonts = findFonts(machine, { system: false })
    expect((await prepareFonts('<p>无</p>', fonts)).css).toBe('')
    const { css } = await prepareFonts(`<p style="font-family: 'ZP Latin'">a</p>`, fonts)
    expect(css.match(/font-family:"[^"]*";font-weight:\d+/g)).toEqual([
      'font-family:"ZP Latin";font-weight:400',
      'font-family:"ZP Latin";font-weight:700',
    ])
  })
})

/** The installed font under another name of the same length or shorter. */
function renamed(source: string, from: string, to: string, target: string): void {
  const bytes = readFileSync(path.join(installed, source))
  const utf16 = (name: string) => Buffer.from(name, 'utf16le').swap16()
  const [old, fresh] = [utf16(from), utf16(to.padEnd(from.length))]
  for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, at + 1)) fresh.copy(bytes, at)
  writeFileSync(target, bytes)
}

/** The font with one table called otherwise. */
function retagged(source: string, from: string, to: string, target: string): void {
  copyFileSync(path.join(installed, source), target)
  const bytes = readFileSync(target)
  bytes.write(to, bytes.indexOf(from, 0, 'latin1'), 'latin1')
  writeFileSync(target, bytes)
}

/** Both in one file, as .ttc has it: a list of where each begins, and offsets counted from the file's start. */
function collectionOf(...fonts: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(12 + 4 * fonts.length)
  head.write('ttcf\0\x01\0\0', 'latin1')
  head.writeUInt32BE(fonts.length, 8)
  let offset = head.length
  const moved = fonts.map((font, index) => {
    head.writeUInt32BE(offset, 12 + 4 * index)
    const copy = Buffer.concat([font, Buffer.alloc((4 - (font.length % 4)) % 4)])
    const tables = copy.readUInt16BE(4)
    for (let table = 0; table < tables; table++) {
      const at = 12 + table * 16 + 8
      copy.writeUInt32BE(copy.readUInt32BE(at) + offset, at)
    }
    offset += copy.length
    return copy
  })
  return Buffer.concat([head, ...moved])
}
