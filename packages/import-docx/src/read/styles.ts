import { childOf, elementsOf, settingOf, switchOf, type XmlElement } from '@ziping/office-file'
import type { Mark, Role } from './piece.ts'
import { isCodeText, roleOf } from './style-roles.ts'

/** What counts of a style once what it is based on has been followed. */
export interface Style {
  readonly name: string
  /** 1 for the first level. */
  readonly level?: number
  readonly role?: Role
  readonly numbering?: { readonly id: string; readonly level: number }
  readonly marks: ReadonlySet<Mark>
}

export type Styles = ReadonlyMap<string, Style>

const noStyle: Style = { name: '', marks: new Set() }

export function readStyles(root: XmlElement | undefined): Styles {
  const elements = elementsOf(root).filter(({ name }) => name === 'w:style')
  const byId = new Map(
    elements.map((element) => [element.attributes.get('w:styleId') ?? '', element]),
  )
  const known = new Map<string, Style>()
  const resolve = (id: string, depth: number): Style => {
    const element = byId.get(id)
    if (element === undefined || depth > 30) return noStyle
    const before = known.get(id)
    if (before !== undefined) return before
    const base = settingOf(element, 'w:basedOn')
    const style = readStyle(element, base === undefined ? noStyle : resolve(base, depth + 1))
    known.set(id, style)
    return style
  }
  for (const id of byId.keys()) resolve(id, 0)
  return known
}

function readStyle(element: XmlElement, base: Style): Style {
  const name = (settingOf(element, 'w:name') ?? '').toLowerCase()
  const properties = childOf(element, 'w:pPr')
  const level = headingLevel(name) ?? outlineLevel(properties) ?? base.level
  const role = roleOf(name) ?? base.role
  const numbering = numberingOf(properties) ?? base.numbering
  const inherited = isCodeText(name) ? new Set<Mark>([...base.marks, 'code']) : base.marks
  return {
    name,
    ...(level === undefined ? {} : { level }),
    ...(role === undefined ? {} : { role }),
    ...(numbering === undefined ? {} : { numbering }),
    marks: marksOf(childOf(element, 'w:rPr'), inherited),
  }
}

function headingLevel(name: string): number | undefined {
  const level = /^(?:heading|标题)\s*([1-9])$/.exec(name)?.[1]
  return level === undefined ? undefined : Number(level)
}

export function outlineLevel(properties: XmlElement | undefined): number | undefined {
  const written = Number(settingOf(properties, 'w:outlineLvl') ?? 9)
  return written >= 0 && written < 9 ? written + 1 : undefined
}

export function numberingOf(properties: XmlElement | undefined): Style['numbering'] {
  const numbering = childOf(properties, 'w:numPr')
  const id = settingOf(numbering, 'w:numId')
  if (id === undefined) return undefined
  return { id, level: Math.min(8, Math.max(0, Number(settingOf(numbering, 'w:ilvl') ?? 0) || 0)) }
}

/** LibreOffice writes H₂O as a 2 in small type, set lower. Type of full size is only aligned. */
function shifted(properties: XmlElement): string | undefined {
  const shift = Number(settingOf(properties, 'w:position') ?? 0)
  if (!shift || settingOf(properties, 'w:sz') === undefined) return undefined
  return shift > 0 ? 'superscript' : 'subscript'
}

/** The marks of run properties, above those that hold already. */
export function marksOf(
  properties: XmlElement | undefined,
  base: ReadonlySet<Mark>,
): ReadonlySet<Mark> {
  if (properties === undefined) return base
  const marks = new Set(base)
  const turn = (mark: Mark, isOn: boolean | undefined): void => {
    if (isOn === true) marks.add(mark)
    else if (isOn === false) marks.delete(mark)
  }
  turn('strong', switchOf(properties, 'w:b'))
  turn('emphasis', switchOf(properties, 'w:i'))
  turn('underline', switchOf(properties, 'w:u'))
  turn('deletion', switchOf(properties, 'w:strike') ?? switchOf(properties, 'w:dstrike'))
  const raised = settingOf(properties, 'w:vertAlign') ?? shifted(properties)
  if (raised !== undefined) {
    turn('superscript', raised === 'superscript')
    turn('subscript', raised === 'subscript')
  }
  return marks
}
