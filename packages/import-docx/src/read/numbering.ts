import { childOf, elementsOf, settingOf, switchOf, type XmlElement } from '@ziping/office-file'
import type { Marker } from './piece.ts'

interface Level {
  readonly start: number
  readonly format: string
  readonly text: string
  readonly restarts: number | undefined
  /** Numbers above print in Arabic (`1.1` under 第一章). */
  readonly isLegal: boolean
}

/** Counts Word's automatic numbers paragraph by paragraph. */
export class Numbering {
  readonly #abstracts = new Map<string, ReadonlyMap<number, Level>>()
  readonly #lists = new Map<
    string,
    { readonly abstract: string; readonly levels: ReadonlyMap<number, Level> }
  >()
  /** Numbers run on over all lists that share a definition. */
  readonly #counts = new Map<string, number[]>()

  readonly #countsAll: boolean

  /** `countsAll`: every number is one that Markdown may count, however it is printed. */
  constructor(root: XmlElement | undefined, countsAll: boolean) {
    this.#countsAll = countsAll
    for (const element of elementsOf(root)) {
      if (element.name === 'w:abstractNum')
        this.#abstracts.set(element.attributes.get('w:abstractNumId') ?? '', readLevels(element))
    }
    for (const element of elementsOf(root)) if (element.name === 'w:num') this.#readList(element)
  }

  #readList(element: XmlElement): void {
    const abstract = settingOf(element, 'w:abstractNumId') ?? ''
    const levels = new Map(this.#abstracts.get(abstract))
    const own = `${abstract}/${element.attributes.get('w:numId') ?? ''}`
    let isOwn = false
    for (const override of elementsOf(element).filter(({ name }) => name === 'w:lvlOverride')) {
      const at = Number(override.attributes.get('w:ilvl') ?? 0)
      const level = readLevels(override).get(at) ?? levels.get(at)
      const start = settingOf(override, 'w:startOverride')
      if (level === undefined) continue
      if (start !== undefined) isOwn = true
      levels.set(at, start === undefined ? level : { ...level, start: Number(start) || 0 })
    }
    this.#lists.set(element.attributes.get('w:numId') ?? '', {
      abstract: isOwn ? own : abstract,
      levels,
    })
  }

  /** The marker of the next paragraph of a list. */
  next(id: string, at: number): Marker | undefined {
    const list = this.#lists.get(id)
    const level = list?.levels.get(at)
    if (list === undefined || level === undefined || level.format === 'none') return undefined
    const number = this.#count(list.abstract, list.levels, at)
    if (level.format === 'bullet') {
      const marker = { text: '', list: id, level: at, isBullet: true }
      // Pandoc's way to write a further paragraph of an item: a bullet that shows nothing.
      return level.text.trim() === '' ? { ...marker, goesOn: true } : marker
    }
    const numbers = this.#counts.get(list.abstract) ?? []
    const text = level.text.replaceAll(/%([1-9])/g, (_, digit) => {
      const index = Number(digit) - 1
      const format =
        level.isLegal && index < at ? 'decimal' : (list.levels.get(index)?.format ?? 'decimal')
      return printNumber(numbers[index] ?? list.levels.get(index)?.start ?? 1, format)
    })
    const isPlain = this.#countsAll || (level.format === 'decimal' && level.text === `%${at + 1}.`)
    return { text, list: id, level: at, isBullet: false, ...(isPlain ? { number } : {}) }
  }

  #count(key: string, levels: ReadonlyMap<number, Level>, at: number): number {
    const counts = this.#counts.get(key) ?? []
    this.#counts.set(key, counts)
    const before = counts[at]
    const number = before === undefined ? (levels.get(at)?.start ?? 1) : before + 1
    counts[at] = number
    for (let deeper = at + 1; deeper < 9; deeper++) {
      const restarts = levels.get(deeper)?.restarts
      if (restarts === undefined || (restarts !== 0 && at < restarts)) delete counts[deeper]
    }
    return number
  }
}

function readLevels(element: XmlElement): ReadonlyMap<number, Level> {
  const found = elementsOf(element).filter(({ name }) => name === 'w:lvl')
  return new Map(
    found.map((level): readonly [number, Level] => {
      const restarts = settingOf(level, 'w:lvlRestart')
      return [
        Number(level.attributes.get('w:ilvl') ?? 0),
        {
          start: Number(settingOf(level, 'w:start') ?? 1) || 0,
          format: childOf(level, 'w:numFmt')?.attributes.get('w:val') ?? 'decimal',
          text: settingOf(level, 'w:lvlText') ?? '',
          restarts: restarts === undefined ? undefined : Number(restarts),
          isLegal: switchOf(level, 'w:isLgl') === true,
        },
      ]
    }),
  )
}

const digits = '〇一二三四五六七八九'

function printNumber(number: number, format: string): string {
  switch (format) {
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'lowerLetter':
    case 'upperLetter': {
      const letter = String.fromCodePoint(97 + ((Math.max(1, number) - 1) % 26))
      return format === 'lowerLetter' ? letter : letter.toUpperCase()
    }
    case 'lowerRoman':
      return roman(number)
    case 'upperRoman':
      return roman(number).toUpperCase()
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : String(number)
    case 'decimalFullWidth':
      return String(number).replaceAll(/\d/g, (digit) =>
        String.fromCodePoint(0xff10 + Number(digit)),
      )
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'japaneseCounting':
    case 'ideographDigital':
      return chineseCounting(number)
    default:
      return String(number)
  }
}

function chineseCounting(number: number): string {
  if (number < 1 || number > 99) return String(number)
  const tens = Math.floor(number / 10)
  const ones = number % 10 === 0 ? '' : (digits[number % 10] ?? '')
  if (tens === 0) return ones
  return `${tens === 1 ? '' : (digits[tens] ?? '')}十${ones}`
}

function roman(number: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ]
  let left = Math.min(Math.max(0, number), 3999)
  let text = ''
  for (const [value, sign] of signs) for (; left >= value; left -= value) text += sign
  return text
}
