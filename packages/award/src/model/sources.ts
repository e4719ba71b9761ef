import type { Finding } from '@ziping/diagnostics'
import {
  awardFinding,
  type MakeFinding,
  suggestEn,
  suggestZh,
  type Unknown,
} from '../award-finding.ts'
import { type Data, type DataMap, isDataMap, member, textAt } from '../read/data.ts'
import { type Origins, originOf } from '../read/origins.ts'
import { placeOfSpan, type SourceText } from '../read/source-text.ts'

/** Turns what stands under `src` into a source that names its document in full. */
export interface SourceResolver {
  resolve(src: Data, holder: DataMap): DataMap
  readonly findings: readonly Finding[]
}

/** Where a resolver finds documents: in the file a quote stands in, then in those all share. */
export interface KnownDocuments {
  readonly origins: Origins
  readonly ofFile: ReadonlyMap<SourceText, Data | undefined>
  readonly shared: Data | undefined
}

/**
 * A document's key is looked up in the file that the quote stands in, so that what an award inherits
 * still quotes the notice it was taken from.
 */
export function createSourceResolver({ origins, ofFile, shared }: KnownDocuments): SourceResolver {
  const findings: Finding[] = []
  const resolve = (src: Data, holder: DataMap): DataMap => {
    const origin = originOf(origins, holder, 'src')
    const given: DataMap = isDataMap(src) ? src : { quote: src }
    const key = textAt(given, 'doc') ?? 'notice'
    const documents = [origin && ofFile.get(origin.source), shared].filter(isDataMap)
    const document = documents.map((known) => member(known, key)).find(isDataMap)
    const place = origin && placeOfSpan(origin.source, origin.key ?? origin.value)
    if (place && document === undefined)
      findings.push(unknownDocument(place, { name: key, known: documents.flatMap(Object.keys) }))
    const source = { certainty: 'stated', ...given, doc: document ? documentLabel(document) : key }
    if (place && source.certainty === 'stated' && textAt(source, 'quote') === undefined)
      findings.push(noQuote(place, {}))
    return source
  }
  return { resolve, findings }
}

/** `关于……的通知（通质办发〔2020〕4号）`: how a source names its document. */
export function documentLabel(document: {
  readonly title?: unknown
  readonly number?: unknown
}): string {
  const title = String(document.title ?? '')
  return typeof document.number === 'string' ? `${title}（${document.number}）` : title
}

const unknownDocument: MakeFinding<Unknown> = awardFinding('unknown-document', {
  'zh-CN': (unknown) => ({
    message: `出处“${unknown.name}”不在 docs 里`,
    advice: suggestZh(unknown) ?? '在 docs 里写上这份文件的标题和文号',
  }),
  en: (unknown) => ({
    message: `The source “${unknown.name}” is not among the docs`,
    advice: suggestEn(unknown) ?? 'Add the document with its title and number to docs',
  }),
})

const noQuote: MakeFinding<object> = awardFinding('stated-without-quote', {
  'zh-CN': () => ({
    message: '出处写作通知原文（stated），却没有引文',
    advice: '补上 quote；不是通知原文的写 certainty: inferred 或 external',
  }),
  en: () => ({
    message: 'The source is said to be stated in the notice, but quotes nothing',
    advice: 'Add the quote, or say certainty: inferred or external',
  }),
})
