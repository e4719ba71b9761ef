/** Characters that pages draw without having them in their source: numbers of pages, lists, captions. */
const drawnByCss = '〇一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟、．•◦▪·…—'

/** Every character the page may draw, ascending. From the finished page, or some would be missing. */
export function usedCharacters(html: string): readonly number[] {
  const used = new Set<number>()
  for (let code = 0x20; code < 0x7f; code++) used.add(code)
  const add = (text: string) => {
    // Pictures inside make a page of many megabytes, nearly all of it ASCII.
    for (let at = 0; at < text.length; at++) {
      if (text.charCodeAt(at) < 0x80) continue
      const code = text.codePointAt(at) ?? 0
      if (code > 0xffff) at++
      if (isDrawn(code)) used.add(code)
    }
  }
  add(drawnByCss)
  add(html)
  for (const [, hex, decimal] of html.matchAll(/&#(?:[xX]([0-9a-fA-F]{1,6})|(\d{1,7}));?/g))
    addCode(used, hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
  for (const [, name = ''] of html.matchAll(/&([a-zA-Z]{2,8});/g)) add(namedCharacters[name] ?? '')
  for (const [content] of html.matchAll(/content\s*:\s*["'][^"'\n]*\\[^"'\n]*["']/g))
    for (const [, hex = ''] of content.matchAll(/\\([0-9a-fA-F]{1,6})/g))
      addCode(used, Number.parseInt(hex, 16)) // content: "\7EED\8868"
  return [...used].toSorted((a, b) => a - b)
}

function addCode(used: Set<number>, code: number): void {
  if (code <= 0x10ffff && isDrawn(code)) used.add(code)
}

/** Not: control characters, joiners, directions, variation selectors, halves of pairs. */
function isDrawn(code: number): boolean {
  const invisible =
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    (code >= 0xfff0 && code <= 0xfffb) ||
    (code & 0xfffe) === 0xfffe ||
    code >= 0xe0000
  return !invisible
}

/** Entities that templates or libraries write; others do not occur in what we render. */
const namedCharacters: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  bull: '•',
  times: '×',
  divide: '÷',
  deg: '°',
  plusmn: '±',
  permil: '‰',
  le: '≤',
  ge: '≥',
  ne: '≠',
  copy: '©',
  reg: '®',
}
