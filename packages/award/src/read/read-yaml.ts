import type { Finding, Place } from '@ziping/diagnostics'
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { type Data, type DataMap, isDataMap } from './data.ts'
import type { Origin, Origins } from './origins.ts'
import { readPlainYaml } from './plain-yaml.ts'
import { placeOfSpan, type SourceText, type Span } from './source-text.ts'
import {
  duplicateKey,
  notMap,
  thousands,
  tooMuch,
  unknownAlias,
  yamlSyntax,
} from './yaml-findings.ts'
import { slipIn } from './yaml-slips.ts'

/** A data file with the places of all it says. */
export interface YamlFile {
  readonly source: SourceText
  readonly data: DataMap
  /** What the file says, whether or not it is a map. */
  readonly root: Data
  readonly findings: readonly Finding[]
}

/** How long a file may be, and how much it may say once its aliases are followed. */
const longest = 2_000_000
const mostNodes = 200_000

interface Reading {
  readonly source: SourceText
  readonly origins: Origins
  readonly findings: Finding[]
  readonly anchors: Map<string, { readonly data: Data; readonly nodes: number }>
  nodes: number
}

/** Reads YAML text into data, noting where each member stands. Merge keys (`<<`) have no meaning. */
export function readYaml(
  file: string,
  text: string,
  origins: Origins,
  options: {
    readonly anyRoot?: boolean
    /** Only the parser's word counts. */
    readonly byParser?: boolean
  } = {},
): YamlFile {
  const source = { file, text: text.replace(/^\uFEFF/, '') }
  const reading: Reading = { source, origins, findings: [], anchors: new Map(), nodes: 0 }
  const plain = options.byParser === true ? undefined : readPlainYaml(source, origins)
  const data = plain ?? toData(parse(reading), reading)
  if (reading.findings.length === 0 && options.anyRoot !== true && !isDataMap(data))
    reading.findings.push(notMap(start(source), {}))
  return { source, data: isDataMap(data) ? data : {}, root: data, findings: reading.findings }
}

function start(source: SourceText): Place {
  return placeOfSpan(source, { start: 0, end: 0 })
}

function parse(reading: Reading): unknown {
  if (reading.source.text.length > longest) {
    reading.findings.push(tooMuch(start(reading.source), {}))
    return undefined
  }
  try {
    const options = { merge: false, prettyErrors: false, logLevel: 'silent' } as const
    const document = parseDocument(reading.source.text, options)
    report(reading, [...document.errors, ...document.warnings])
    return document.contents
  } catch (error) {
    // yaml recurses: thousands of nested brackets overflow the stack
    if (!(error instanceof RangeError)) throw error
    reading.findings.push(tooMuch(start(reading.source), {}))
    return undefined
  }
}

/** Every key written twice, and the first of all else: what follows a slip mostly follows from it. */
function report({ source, findings }: Reading, errors: readonly YAMLError[]): void {
  const first = errors.find(({ code }) => code !== 'DUPLICATE_KEY')
  for (const error of errors) {
    const { code, message, pos } = error
    const place = placeOfSpan(source, { start: startOf(error, source.text), end: pos[1] })
    const [key = ''] = /^[^\s:]+/.exec(source.text.slice(pos[0])) ?? []
    const number = numberBefore(source.text, pos[0], key)
    if (code === 'DUPLICATE_KEY')
      findings.push(
        number === undefined ? duplicateKey(place, { key }) : thousands(place, { typed: number }),
      )
    else if (error === first) {
      const slip = slipIn(
        source,
        errors.map(({ pos: [start, end] }) => ({ start, end })),
      )
      findings.push(
        slip === undefined
          ? yamlSyntax(place, { code, message })
          : yamlSyntax(placeOfSpan(source, slip.span), { code, message, slip: slip.words }),
      )
    }
  }
}

/** `57,820` where only `820` is read as the key. */
function numberBefore(text: string, at: number, key: string): string | undefined {
  const [digits] = /^\d{3}(?!\d)/.exec(key) ?? []
  const [before] = /(?<![\d,])\d{1,3}(?:,\d{3})*,$/.exec(text.slice(Math.max(0, at - 20), at)) ?? []
  return digits === undefined || before === undefined ? undefined : before + digits
}

/** A quote that is never closed is missed at the file's end; the slip is where it opens. */
function startOf({ message, pos }: YAMLError, text: string): number {
  const [, quote] = /^Missing closing (['"])/.exec(message) ?? []
  return quote === undefined ? pos[0] : Math.max(0, text.lastIndexOf(quote, pos[0] - 1))
}

function toData(node: unknown, reading: Reading): Data {
  const before = reading.nodes++
  if (reading.nodes > mostNodes) return null
  if (isAlias(node)) return follow(node, reading)
  const data = isMap(node)
    ? toMap(node, reading)
    : isSeq(node)
      ? toList(node, reading)
      : scalar(node)
  if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined)
    reading.anchors.set(node.anchor, { data, nodes: reading.nodes - before })
  return data
}

function scalar(node: unknown): Data {
  const value = isScalar(node) ? node.value : null
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  return null
}

/** What an alias stands for is shared, not copied, yet counted each time: a file can't explode. */
function follow(alias: Alias, reading: Reading): Data {
  const target = reading.anchors.get(alias.source)
  reading.nodes += target?.nodes ?? 0
  const place = placeOfSpan(reading.source, spanOf(alias))
  if (target === undefined) {
    const known = [...reading.anchors.keys()]
    reading.findings.push(unknownAlias(place, { name: alias.source, known }))
  } else if (reading.nodes > mostNodes) reading.findings.push(tooMuch(place, {}))
  return target?.data ?? null
}

function toMap(map: YAMLMap, reading: Reading): Data {
  const data: Record<string, Data> = Object.create(null)
  const origins = new Map<string, Origin>()
  for (const pair of map.items) {
    const key = keyOf(pair)
    const keySpan = spanOf(pair.key)
    data[key] = toData(pair.value, reading)
    const value = pair.value === null ? keySpan : spanOf(pair.value)
    origins.set(key, { source: reading.source, key: keySpan, value })
  }
  reading.origins.set(data, origins)
  return data
}

/** A key as written: `2017` and `1.10` stay what they are. */
function keyOf({ key }: Pair): string {
  if (isScalar(key)) return key.source ?? String(key.value ?? '')
  return String(key)
}

function toList(list: YAMLSeq, reading: Reading): Data {
  const data: Data[] = []
  const origins = new Map<string, Origin>()
  for (const item of list.items) {
    origins.set(String(data.length), { source: reading.source, value: spanOf(item) })
    data.push(toData(item, reading))
  }
  reading.origins.set(data, origins)
  return data
}

function spanOf(node: unknown): Span {
  const range =
    isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range : undefined
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 }
}
