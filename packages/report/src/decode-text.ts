/** A file's bytes as text, or why they are none. */
export type DecodedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'gbk'; readonly line: number }
  | { readonly kind: 'utf-16' }
  | { readonly kind: 'invalid'; readonly line: number }

/** Decodes UTF-8 with or without a byte-order mark; names what else the file seems to be. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (looksLikeUtf16(bytes)) return { kind: 'utf-16' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const nul = text.indexOf('\0')
    return nul < 0
      ? { kind: 'text', text }
      : { kind: 'invalid', line: text.slice(0, nul).split('\n').length }
  } catch {
    const line = lineOfFault(bytes)
    return { kind: looksLikeGbk(bytes) ? 'gbk' : 'invalid', line }
  }
}

/** With its mark, or with the zero bytes of spaces and line ends, all on the same side. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return true
  if (!bytes.subarray(0, 10_000).includes(0)) return false
  const sides = [0, 0]
  for (const [at, byte] of bytes.subarray(0, 10_000).entries())
    if (byte === 0) sides[at % 2] = (sides[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = sides
  const zeros = even + odd
  return Math.min(even, odd) === 0 && zeros > 1 && zeros * 50 > Math.min(bytes.length, 10_000)
}

/** The line of the first byte that is no UTF-8. */
function lineOfFault(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8').decode(bytes)
  const at = lenient.indexOf('\uFFFD')
  return lenient.slice(0, Math.max(at, 0)).split('\n').length
}

/** Most of its high bytes pair up as GB 18030 characters in the Chinese range. */
function looksLikeGbk(bytes: Uint8Array): boolean {
  const text = new TextDecoder('gb18030').decode(bytes.subarray(0, 100_000))
  const chinese = text.match(/[\u4E00-\u9FA5\u3000-\u303F\uFF00-\uFFEF]/g)?.length ?? 0
  const other = text.match(/[^\s -~\u4E00-\u9FA5\u3000-\u303F\uFF00-\uFFEF‘’“”—…·]/g)?.length ?? 0
  return chinese > 0 && other * 10 <= chinese
}
