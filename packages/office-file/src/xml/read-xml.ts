import { OfficeFault } from '../office-fault.ts'
import { scanXml } from './scan-xml.ts'

/** An element of a part, and where it stands in the part's text: what is not touched can be copied as it was. */
export interface XmlElement {
  /** With the prefix Word gives its namespace, whatever the file calls it. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
  readonly start: number
  readonly end: number
  /** Where its content begins and ends; both at its end for an empty tag. */
  readonly innerStart: number
  readonly innerEnd: number
}

interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[]
  end: number
  innerEnd: number
}

/** Reads a part into a tree. */
export function readXml(text: string): XmlElement {
  const open: Growing[] = []
  let root: XmlElement | undefined
  scanXml(text, {
    open(name, attributes, start, end) {
      const element = {
        name,
        attributes,
        children: [],
        start,
        end,
        innerStart: end,
        innerEnd: end,
      }
      open.at(-1)?.children.push(element)
      root ??= element
      open.push(element)
    },
    text(words) {
      open.at(-1)?.children.push(words)
    },
    close(_, start, end) {
      const element = open.pop()
      if (element === undefined) return
      element.innerEnd = start
      element.end = end
    },
  })
  if (root === undefined) throw new OfficeFault('broken')
  return root
}
