import { OfficeFault } from '../office-fault.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them
const impossible = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/
const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

export function holdsImpossible(text: string): boolean {
  return impossible.test(text)
}

/** Text between tags as it is meant. */
export function readText(raw: string): string {
  if (raw.includes(']]>')) throw new OfficeFault('broken')
  return resolved(readLines(raw))
}

/** XML knows one end of a line. */
export function readLines(raw: string): string {
  return raw.includes('\r') ? raw.replaceAll(/\r\n?/g, '\n') : raw
}

export function readValue(raw: string): string {
  if (raw.includes('<')) throw new OfficeFault('broken')
  return resolved(/[\t\n\r]/.test(raw) ? raw.replaceAll(/\r\n|[\t\n\r]/g, ' ') : raw)
}

/** No entities but the five of XML: whatever else could stand for gigabytes, or for a file. */
function resolved(text: string): string {
  return text.includes('&') ? text.replaceAll(/&([^;&]*)(;?)/g, resolve) : text
}

function resolve(_: string, name: string, end: string): string {
  const [, hex, decimal] = /^#(?:x([\da-fA-F]+)|(\d+))$/.exec(name) ?? []
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  const found = isCharacter(code) ? String.fromCodePoint(code) : entities.get(name)
  if (end === '' || found === undefined) throw new OfficeFault('broken')
  return found
}

function isCharacter(code: number): boolean {
  if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return false
  return code > 0xffff || !impossible.test(String.fromCharCode(code))
}

/** Text as XML holds it; what it cannot hold is left out. */
export function encodeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(new RegExp(impossible, 'g'), '')
}
