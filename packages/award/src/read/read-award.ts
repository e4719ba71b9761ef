import type { Finding } from '@ziping/diagnostics'
import { assembleClauses } from './assemble-clauses.ts'
import { type AwardFile, idsIn, isFileId, partFolders, readFirst } from './award-library.ts'
import { type DataMap, type DataPath, isDataMap, listAt, member, textAt } from './data.ts'
import { type ChainLink, mergeChain, readChain } from './extends.ts'
import type { Merging } from './merge.ts'
import { partMissing } from './merge-findings.ts'
import { type Origins, placeAt } from './origins.ts'
import { readYaml } from './read-yaml.ts'
import type { SourceText } from './source-text.ts'

/** A file the award is made of besides its own: a form, a clause tree, a list of topics. */
export interface AwardPart {
  readonly id: string
  readonly path: string
  readonly source: SourceText
  readonly data: DataMap
}

/** All that an award's files say, merged, with the places of it all. */
export interface AwardData {
  readonly file: AwardFile
  /** The award with the one it extends merged in and its clause tree assembled. */
  readonly award: DataMap
  readonly forms: readonly AwardPart[]
  /** Clause trees and topic lists. */
  readonly criteria: readonly AwardPart[]
  readonly chain: readonly ChainLink[]
  readonly codeFolders: readonly string[]
  /** Paths of all files that were read. */
  readonly files: readonly string[]
  readonly origins: Origins
  readonly findings: readonly Finding[]
}

/** Reads an award file and every file it names. */
export async function readAward(file: AwardFile, text: string): Promise<AwardData> {
  const merging: Merging = { origins: new WeakMap(), findings: [] }
  const chain = await readChain(file, text, merging)
  const award = mergeChain(chain, merging)
  const library = { award, files: chain.map((link) => link.file), merging }
  const trees = await readParts(library, 'criteria', wantedTrees(award))
  const topics = await readParts(library, 'criteria', wantedTopics(award))
  const forms = await readParts(library, 'forms', wantedForms(award))
  return {
    file,
    award: withClauses(award, trees, merging),
    forms,
    criteria: [...trees, ...topics],
    chain,
    codeFolders: partFolders(library.files, 'codes'),
    files: [...library.files, ...trees, ...topics, ...forms].map(({ path }) => path),
    ...merging,
  }
}

/** A file named in the award, and where it is named. */
interface Wanted {
  readonly id: string
  readonly path: DataPath
}

function wantedTrees(award: DataMap): readonly Wanted[] {
  return [...listAt(member(award, 'criteria'), 'from').entries()].flatMap(([index, id]) =>
    typeof id === 'string' ? [{ id, path: ['criteria', 'from', index] }] : [],
  )
}

function wantedForms(award: DataMap): readonly Wanted[] {
  return [...listAt(award, 'forms').entries()].flatMap(([index, id]) =>
    typeof id === 'string' ? [{ id, path: ['forms', index] }] : [],
  )
}

function wantedTopics(award: DataMap): readonly Wanted[] {
  return [...listAt(award, 'deliverables').entries()].flatMap(([index, item]) => {
    const id = textAt(item, 'topicsFrom')
    return id === undefined ? [] : [{ id, path: ['deliverables', index, 'topicsFrom'] }]
  })
}

interface Library {
  readonly award: DataMap
  readonly files: readonly AwardFile[]
  readonly merging: Merging
}

async function readParts(
  library: Library,
  part: 'forms' | 'criteria',
  wanted: readonly Wanted[],
): Promise<readonly AwardPart[]> {
  const parts = await Promise.all(wanted.map((one) => readPart(library, part, one)))
  return parts.flatMap((found) => found ?? [])
}

async function readPart(
  { award, files, merging }: Library,
  part: 'forms' | 'criteria',
  { id, path }: Wanted,
): Promise<AwardPart | undefined> {
  const folders = partFolders(files, part)
  const found = isFileId(id) ? await readFirst(folders, `${id}.yaml`) : undefined
  if (found === undefined) {
    const place = placeAt(merging.origins, award, path, { file: files[0]?.label ?? '' })
    merging.findings.push(partMissing(place, { part, name: id, known: await idsIn(folders) }))
    return undefined
  }
  const { source, data, findings } = readYaml(found.file.label, found.text, merging.origins)
  merging.findings.push(...findings)
  return { id, path: found.file.path, source, data }
}

/** Puts the assembled tree where the award's own clauses stand. */
function withClauses(award: DataMap, trees: readonly AwardPart[], merging: Merging): DataMap {
  const criteria = member(award, 'criteria')
  if (!isDataMap(criteria)) return award
  const clauses = assembleClauses(
    trees.map(({ data }) => listAt(data, 'clauses')),
    criteria,
    merging,
  )
  const { from: _from, patch: _patch, ...rest } = criteria
  return replaced(award, 'criteria', replaced(rest, 'clauses', clauses, merging, criteria), merging)
}

function replaced(
  map: DataMap,
  key: string,
  value: DataMap[string],
  { origins }: Merging,
  origin: DataMap = map,
): DataMap {
  const changed = { ...map, [key]: value }
  origins.set(changed, new Map(origins.get(origin)))
  return changed
}
