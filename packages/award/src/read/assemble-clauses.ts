import { type Data, type DataList, type DataMap, isDataMap, listAt, textAt } from './data.ts'
import { type Merging, mergeData, newList, removes } from './merge.ts'
import { nothingToPatch } from './merge-findings.ts'
import { placeOfSpan } from './source-text.ts'

/** One clause tree from the shared trees, the award's own clauses and its patches, in this order. */
export function assembleClauses(
  trees: readonly DataList[],
  criteria: DataMap,
  merging: Merging,
): DataList {
  const joined = newList(merging)
  for (const tree of trees)
    for (const [index, clause] of tree.entries()) joined.keep(clause, tree, index)
  const own = listAt(criteria, 'clauses')
  const merged = own.length === 0 ? joined.items : mergeData(joined.items, own, merging)
  return patchTree(Array.isArray(merged) ? merged : own, listAt(criteria, 'patch'), merging)
}

function patchTree(tree: DataList, patches: DataList, merging: Merging): DataList {
  if (patches.length === 0) return tree
  const patched = patchClauses(tree, patches, merging)
  const known = allIds(tree)
  const front = newList(merging)
  const back = newList(merging)
  for (const [index, patch] of patches.entries()) {
    const id = textAt(patch, 'id') ?? ''
    if (known.includes(id)) continue
    if (textAt(patch, 'title') === undefined) complain(patches, index, id, known, merging)
    // an introduction stands before the clauses, anything else new after them
    else if (textAt(patch, 'kind') === 'profile') front.keep(patch, patches, index)
    else back.keep(patch, patches, index)
  }
  const whole = newList(merging)
  for (const part of [front.items, patched, back.items])
    for (const [index, clause] of part.entries()) whole.keep(clause, part, index)
  return whole.items
}

/** Lays each patch over the clause of its id, however deep it stands. */
function patchClauses(clauses: DataList, patches: DataList, merging: Merging): DataList {
  const list = newList(merging)
  for (const [index, clause] of clauses.entries()) {
    const id = textAt(clause, 'id')
    const at = patches.findIndex((patch) => textAt(patch, 'id') === id)
    const patch = patches[at]
    if (patch !== undefined && removes(patch)) continue
    const changed = patch === undefined ? clause : mergeData(clause, patch, merging)
    list.keep(withPatchedChildren(changed, patches, merging), clauses, index)
  }
  return list.items
}

function withPatchedChildren(clause: Data, patches: DataList, merging: Merging): Data {
  const children = listAt(clause, 'children')
  if (!isDataMap(clause) || children.length === 0) return clause
  const changed = { ...clause, children: patchClauses(children, patches, merging) }
  merging.origins.set(changed, new Map(merging.origins.get(clause)))
  return changed
}

function allIds(clauses: DataList): readonly string[] {
  return clauses.flatMap((clause) => [
    ...(textAt(clause, 'id') === undefined ? [] : [textAt(clause, 'id') ?? '']),
    ...allIds(listAt(clause, 'children')),
  ])
}

function complain(
  patches: DataList,
  index: number,
  name: string,
  known: readonly string[],
  { origins, findings }: Merging,
): void {
  const origin = origins.get(patches)?.get(String(index))
  if (origin === undefined) return
  findings.push(nothingToPatch(placeOfSpan(origin.source, origin.value), { name, known }))
}
