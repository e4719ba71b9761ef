import { failure, nearest, type Wording, wording } from '@ziping/diagnostics'
import { idsIn, isFileId, partFolders, readFirst } from '../read/award-library.ts'
import { type Data, type DataMap, isDataMap, listAt, member, textAt } from '../read/data.ts'
import { readYaml } from '../read/read-yaml.ts'
import type { IndustryCodes, IndustrySection } from './industry-codes.ts'
import type { SizeClasses, SizeIndustry, SizeMeasure } from './size-classes.ts'

const knownIndustries = new Map<string, IndustryCodes>()
const knownSizes = new Map<string, SizeClasses>()

/** Loads the industry classification, e.g. `gbt4754-2017`. */
export async function loadIndustryCodes(id: string): Promise<IndustryCodes> {
  const codes = knownIndustries.get(id) ?? (await readIndustryCodes(id))
  knownIndustries.set(id, codes)
  return codes
}

/** Loads the rules for the size of enterprises, e.g. `size-2017`. */
export async function loadSizeClasses(id: string): Promise<SizeClasses> {
  const classes = knownSizes.get(id) ?? (await readSizeClasses(id))
  knownSizes.set(id, classes)
  return classes
}

async function readIndustryCodes(id: string): Promise<IndustryCodes> {
  const data = await loadCodes(id)
  const sections = listAt(data, 'entries').map((entry): IndustrySection => {
    const [first = '', last = ''] = texts(listAt(entry, 'divisions'))
    return {
      code: textAt(entry, 'code') ?? '',
      title: textAt(entry, 'title') ?? '',
      divisions: [first, last],
      sector: textAt(entry, 'sector') ?? '',
    }
  })
  return { id, title: textAt(data, 'title') ?? id, pattern: patternIn(data), sections }
}

async function readSizeClasses(id: string): Promise<SizeClasses> {
  const data = await loadCodes(id)
  return {
    id,
    title: textAt(data, 'title') ?? id,
    number: textAt(data, 'number') ?? '',
    classes: listAt(data, 'classes').map((item) => ({
      id: textAt(item, 'id') ?? '',
      title: textAt(item, 'title') ?? '',
    })),
    measures: entries(member(data, 'indicators')).map(toMeasure),
    industries: listAt(data, 'entries').map(toIndustry),
  }
}

function toMeasure([id, item]: readonly [string, Data]): SizeMeasure {
  const text = (key: string): string => textAt(item, key) ?? ''
  return { id, title: text('title'), unit: text('unit'), from: text('from') }
}

function toIndustry(entry: Data): SizeIndustry {
  const limits = entries(member(entry, 'limits')).map(([name, bounds]) => {
    const numbers = entries(bounds).map(([measure, least]) => [measure, Number(least)] as const)
    return [name, new Map(numbers)] as const
  })
  return {
    id: textAt(entry, 'id') ?? '',
    title: textAt(entry, 'title') ?? '',
    codes: texts(listAt(entry, 'codes')),
    limits: new Map(limits),
  }
}

async function loadCodes(id: string): Promise<DataMap> {
  const folders = partFolders([], 'codes')
  const found = isFileId(id) ? await readFirst(folders, `${id}.yaml`) : undefined
  if (found === undefined)
    throw failure('codes/unknown', unknownCodes, { id, known: await idsIn(folders) })
  const { data, findings } = readYaml(found.file.label, found.text, new WeakMap())
  const [first] = findings
  if (first !== undefined)
    throw failure('codes/invalid', invalidCodes, { file: found.file.label }, { place: first.place })
  return data
}

function patternIn(data: DataMap): RegExp {
  return new RegExp(textAt(data, 'pattern') ?? '.^', 'u')
}

function entries(data: Data | undefined): readonly (readonly [string, Data])[] {
  return isDataMap(data) ? Object.entries(data) : []
}

function texts(list: readonly Data[]): readonly string[] {
  return list.filter((item) => typeof item === 'string')
}

const unknownCodes: Wording<{ readonly id: string; readonly known: readonly string[] }> = wording({
  'zh-CN': ({ id, known }) => ({
    message: `没有代码表“${id}”`,
    advice: nearest(id, known)
      ? `是不是想写“${nearest(id, known)}”？`
      : `现有：${known.join('、')}`,
  }),
  en: ({ id, known }) => ({
    message: `There is no code list “${id}”`,
    advice: nearest(id, known)
      ? `Did you mean “${nearest(id, known)}”?`
      : `There are: ${known.join(', ')}`,
  }),
})

const invalidCodes: Wording<{ readonly file: string }> = wording({
  'zh-CN': ({ file }) => ({ message: `代码表 ${file} 读不下去`, advice: '检查 YAML 的缩进与引号' }),
  en: ({ file }) => ({ message: `The code list ${file} can't be read`, advice: 'Check its YAML' }),
})
