export { OfficeFault, type OfficeProblem } from './office-fault.ts'
export { type OfficeFile, openOfficeFile, type TextLimits } from './open-office-file.ts'
export type { Relation } from './relations.ts'
export { encodeText } from './xml/characters.ts'
export {
  allElements,
  childOf,
  elementsOf,
  findElement,
  settingOf,
  switchOf,
  textOf,
} from './xml/elements.ts'
export { readXml, type XmlElement } from './xml/read-xml.ts'
export { scanXml, type XmlHandler } from './xml/scan-xml.ts'
export { repack, writeZip } from './zip/write-zip.ts'
export type { ZipEntry } from './zip/zip-entry.ts'
