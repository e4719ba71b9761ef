import { dirname, join } from 'node:path'
import {
  type AwardFile,
  awardFile,
  awardsFolders,
  idsIn,
  isFileId,
  readFirst,
} from './award-library.ts'
import { type Data, type DataMap, isDataMap, textAt } from './data.ts'
import { type Merging, mergeData } from './merge.ts'
import { extendsItself, parentMissing } from './merge-findings.ts'
import { placeAt } from './origins.ts'
import { readYaml } from './read-yaml.ts'
import type { SourceText } from './source-text.ts'

/** An award file as it stands, before it is merged with the one it extends. */
export interface ChainLink {
  readonly file: AwardFile
  readonly source: SourceText
  readonly data: DataMap
}

/** The award file and those it extends, the nearest first. */
export async function readChain(
  file: AwardFile,
  text: string,
  merging: Merging,
): Promise<readonly [ChainLink, ...ChainLink[]]> {
  const first = readLink(file, text, merging)
  const chain: [ChainLink, ...ChainLink[]] = [first]
  for (let link: ChainLink | undefined = first; link !== undefined; ) {
    link = await readParent(link, chain, merging)
    if (link !== undefined) chain.push(link)
  }
  return chain
}

function readLink(file: AwardFile, text: string, { origins, findings }: Merging): ChainLink {
  const yaml = readYaml(file.label, text, origins)
  findings.push(...yaml.findings)
  return { file, source: yaml.source, data: yaml.data }
}

async function readParent(
  { file, data }: ChainLink,
  chain: readonly ChainLink[],
  merging: Merging,
): Promise<ChainLink | undefined> {
  const id = textAt(data, 'extends')
  if (id === undefined) return undefined
  const place = placeAt(merging.origins, data, ['extends'], { file: file.label })
  const folders = awardsFolders(join(dirname(file.path), '..'))
  const found = isFileId(id) ? await readFirst(folders, join(id, 'award.yaml')) : undefined
  if (found === undefined) {
    merging.findings.push(parentMissing(place, { name: id, known: await idsIn(folders) }))
    return undefined
  }
  if (chain.some((link) => link.file.path === found.file.path)) {
    const ids = chain.map((link) => textAt(link.data, 'id') ?? link.file.label)
    merging.findings.push(extendsItself(place, { chain: [...ids, id] }))
    return undefined
  }
  return readLink(awardFile(found.file.path), found.text, merging)
}

/** What an award says of itself and does not hand down. */
const ownOnly: ReadonlySet<string> = new Set(['$schema', 'demo', 'extends'])

/** Merges the chain from the oldest ancestor down to the award itself. */
export function mergeChain(
  [award, ...ancestors]: readonly [ChainLink, ...ChainLink[]],
  merging: Merging,
): DataMap {
  let merged: Data = {}
  for (const { data } of ancestors.toReversed())
    merged = mergeData(withoutOwn(merged, merging), data, merging)
  const whole = mergeData(withoutOwn(merged, merging), award.data, merging)
  return isDataMap(whole) ? whole : award.data
}

function withoutOwn(data: Data, { origins }: Merging): DataMap {
  if (!isDataMap(data)) return {}
  const kept = Object.fromEntries(Object.entries(data).filter(([key]) => !ownOnly.has(key)))
  origins.set(kept, new Map(origins.get(data)))
  return kept
}
