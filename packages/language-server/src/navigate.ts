import type { Bilingual } from '@ziping/diagnostics'
import type { Location, Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node'
import { nameAt, sameName } from './name-at.ts'
import { type NamedPlace, type NameKind, namedPlaces } from './named-places.ts'
import { rangeOfPlace } from './spots.ts'
import type { View } from './view.ts'

/** Where the thing under the cursor is: its label, its key in the data, the heading of its clause. */
export function definitionOf(view: View, position: Position): Location[] {
  const name = nameAt(view, position)
  if (name === undefined) return []
  return sameName(view, name)
    .filter(({ isDefinition }) => isDefinition)
    .map((one) => locationOf(view, one))
}

export function referencesOf(view: View, position: Position, withDefinition: boolean): Location[] {
  const name = nameAt(view, position)
  if (name === undefined) return []
  return sameName(view, name)
    .filter(({ isDefinition }) => withDefinition || !isDefinition)
    .map((one) => locationOf(view, one))
}

/** What would be renamed; nothing where the name is the award’s. */
export function renameableAt(view: View, position: Position): Range | undefined {
  const name = nameAt(view, position)
  if (name === undefined || !name.isExact || name.kind === 'clause') return undefined
  return rangeOfPlace(name.place)
}

/** Why a name cannot be given. */
export type RenameFault = { readonly fault: Bilingual }

/** Gives a label, indicator or evidence another name, wherever it is named. */
export function renamed(view: View, position: Position, to: string): WorkspaceEdit | RenameFault {
  const name = nameAt(view, position)
  if (name === undefined || name.kind === 'clause')
    return fault('这里没有可以改名的标签、指标或证实性材料', 'Nothing here can be renamed')
  const wrong = faultOf(view, name, to)
  if (wrong !== undefined) return wrong
  const places = namedPlaces(view.linted).filter(
    (one) => one.kind === name.kind && one.id === name.id,
  )
  const inexact = places.find(({ isExact }) => !isExact)
  if (inexact !== undefined) {
    const { file, line } = inexact.place
    return fault(
      `${file} 第 ${line} 行用另一种写法提到 ${name.id}，先在那里改好`,
      `${file}:${line} names ${name.id} in another way; change it there first`,
    )
  }
  const changes: Record<string, TextEdit[]> = {}
  for (const { place } of places) {
    const uri = view.uriOf(place.file)
    const edits = changes[uri] ?? []
    edits.push({ range: rangeOfPlace(place), newText: to })
    changes[uri] = edits
  }
  return { changes }
}

const allowed: Readonly<Record<NameKind, RegExp>> = {
  label: /^[^\s{}｛｝#＃=＝"“”'<>`|,，()（）\u3000]+$/u,
  indicator: /^[^\s.,，#{}[\]"“”'()（）]+$/u,
  evidence: /^[^\s,，、#{}[\]"“”'()（）]+$/u,
  clause: /^$/,
}

function faultOf({ linted }: View, { kind, id }: NamedPlace, to: string): RenameFault | undefined {
  if (!allowed[kind].test(to))
    return fault(
      `名称不能是“${to}”：不要用空格、逗号、括号、引号和 #`,
      `A name cannot be “${to}”: no spaces, commas, brackets, quotation marks or #`,
    )
  const taken = namedPlaces(linted).some(
    (one) => one.isDefinition && one.id === to && one.kind !== 'clause',
  )
  return taken && to !== id
    ? fault(`已有叫“${to}”的，换一个名称`, `“${to}” is taken; choose another name`)
    : undefined
}

function fault(chinese: string, english: string): RenameFault {
  return { fault: { 'zh-CN': chinese, en: english } }
}

function locationOf(view: View, { place }: NamedPlace): Location {
  return { uri: view.uriOf(place.file), range: rangeOfPlace(place) }
}
