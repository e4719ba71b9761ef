import type { Face, Layout } from '@ziping/resolve'
import type { FaceCharacters, FaceName } from './material.ts'
import { type PageStyle, textStyles } from './text-styles.ts'

/** How a stretch of text is set. */
interface Setting {
  readonly face: Face
  readonly bold: boolean
}

const tag = /<(\/?)([A-Za-z][\w-]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/g
/** Elements that have no end. */
const single = new Set(['meta', 'br', 'wbr', 'img', 'col', 'hr'])

/**
 * What each face must be able to draw, from the finished pages: nothing earlier knows the numbers of lists, captions and
 * footnotes. A character nobody asked for would be drawn by some font of the machine.
 */
export function neededCharacters(
  html: string,
  layout: Layout,
  families: Readonly<Record<FaceName, string>>,
): readonly FaceCharacters[] {
  const needed = new Needed()
  const styles = textStyles(layout)
  const body = html.slice(html.indexOf('<body'))
  const open: Setting[] = [{ face: layout.body.face, bold: layout.body.bold }]
  let at = 0
  tag.lastIndex = 0
  for (let match = tag.exec(body); match !== null; match = tag.exec(body)) {
    const [whole, slash, name = '', attributes = ''] = match
    const setting = open.at(-1) ?? { face: layout.body.face, bold: false }
    needed.add(unescaped(body.slice(at, match.index)), setting)
    at = match.index + whole.length
    if (name === 'svg' && slash === '') {
      const end = body.indexOf('</svg>', at)
      addDrawing(needed, body.slice(match.index, end), setting, families)
      at = end + '</svg>'.length
      tag.lastIndex = at
    } else if (slash === '/') open.pop()
    else if (!single.has(name) && !attributes.endsWith('/'))
      open.push(settingOf(name, attributes, setting, styles))
  }
  addMargins(needed, html.slice(0, html.indexOf('<body')), layout)
  return needed.list()
}

function settingOf(
  name: string,
  attributes: string,
  around: Setting,
  styles: ReadonlyMap<string, PageStyle>,
): Setting {
  const style = styles.get(/class="[^"]*\bs-([\w-]+)/.exec(attributes)?.[1] ?? '')
  const { face, bold } = style ?? around
  if (name === 'em') return { face: 'kai', bold }
  if (name === 'math') return { face: 'song', bold: false }
  return {
    face,
    bold: bold || name === 'strong' || /font-weight: ?(?:bold|[6-9]00)/.test(attributes),
  }
}

/** A drawing names its families itself: its text may stand in any of them. */
function addDrawing(
  needed: Needed,
  svg: string,
  around: Setting,
  families: Readonly<Record<FaceName, string>>,
): void {
  const text = unescaped(svg.replace(/<style[^>]*>[^<]*<\/style>/g, '').replace(tag, ' '))
  const named = (['song', 'hei', 'fang', 'kai'] as const).filter((face) =>
    svg.includes(families[face]),
  )
  const bold = /font-weight\s*[:=]\s*"?\s*(?:bold|[6-9]00)/.test(svg)
  for (const face of named.length === 0 ? [around.face] : named) {
    needed.add(text, { face, bold: false })
    if (bold) needed.add(text, { face, bold: true })
  }
}

/** Numbers, running heads and what else stands in margins is written in the CSS, codes and all. */
function addMargins(needed: Needed, head: string, { pageNumber, runningHead }: Layout): void {
  const contents = [...head.matchAll(/content: ((?:"[^"]*"|[^;"])*)/g)].map(([, one = '']) => one)
  const text = contents
    .join(' ')
    .replace(/\\([0-9a-f]{1,6}) ?/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
  const figures = '0123456789ivxlcdm—'
  needed.add(figures, { face: pageNumber.face, bold: false })
  // 目录 and references get their numbers when they are known.
  for (const face of [pageNumber.face, runningHead.face, 'hei', 'song'] as const)
    needed.add(text, { face, bold: false })
  needed.add(text, runningHead)
}

class Needed {
  readonly #found = new Map<string, Set<string>>()

  add(text: string, { face, bold }: Setting): void {
    const own = this.#of(face, bold)
    const latin = this.#of('latin', bold)
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0
      if (code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0x200b && code <= 0x200f))
        continue
      // A Latin font may be limited to ASCII; accented letters then come from the Chinese face.
      if (code < 0x250) latin.add(character)
      if (code >= 0x7f) own.add(character)
    }
  }

  list(): readonly FaceCharacters[] {
    const order: readonly FaceName[] = ['song', 'hei', 'fang', 'kai', 'latin']
    return order.flatMap((face) =>
      [false, true].flatMap((bold): FaceCharacters[] => {
        const characters = this.#found.get(`${face} ${bold}`)
        if (characters === undefined || characters.size === 0) return []
        return [{ face, bold, characters: [...characters].toSorted(byCode).join('') }]
      }),
    )
  }

  #of(face: FaceName, bold: boolean): Set<string> {
    const key = `${face} ${bold}`
    const known = this.#found.get(key) ?? new Set()
    this.#found.set(key, known)
    return known
  }
}

function byCode(a: string, b: string): number {
  return (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
}

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    return entities[name] ?? whole
  })
}
