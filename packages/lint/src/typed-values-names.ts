import type { Indicator, Indicators } from '@ziping/report'

/** The names under which a report may speak of its indicators. */
export interface IndicatorNames {
  /** The indicator of exactly this name. */
  readonly named: (text: string) => Indicator | undefined
  /** Every name in a text, the longest where one is part of another. */
  readonly find: (text: string) => readonly NameFound[]
}

export interface NameFound {
  readonly indicator: Indicator
  readonly start: number
  readonly end: number
}

const known = new WeakMap<Indicators, IndicatorNames>()

/** Names that two indicators share name none. */
export function indicatorNames(indicators: Indicators): IndicatorNames {
  const names = known.get(indicators) ?? collectNames(indicators)
  known.set(indicators, names)
  return names
}

function collectNames({ all }: Indicators): IndicatorNames {
  const names = new Map<string, Indicator | undefined>()
  const add = (name: string, indicator: Indicator): void => {
    names.set(name, names.has(name) && names.get(name) !== indicator ? undefined : indicator)
  }
  for (const indicator of all) add(plainName(indicator.name), indicator)
  for (const indicator of all) {
    const short = shortOf(plainName(indicator.name))
    if (short !== undefined && !names.has(short)) add(short, indicator)
  }
  const written = [...names.keys()].filter((name) => name.length >= 2)
  const pattern =
    written.length === 0
      ? undefined
      : new RegExp(
          written
            .sort((a, b) => b.length - a.length)
            .map(escaped)
            .join('|'),
          'g',
        )
  return {
    named: (text) => names.get(plainName(text)),
    find: (text) =>
      pattern === undefined
        ? []
        : [...text.matchAll(pattern)].flatMap((match): readonly NameFound[] => {
            const indicator = names.get(match[0])
            return indicator === undefined
              ? []
              : [{ indicator, start: match.index, end: match.index + match[0].length }]
          }),
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

/** A name as it is compared: without spaces, its unit in brackets and the quotes around it. */
export function plainName(name: string): string {
  return name
    .replace(/[０-９Ａ-Ｚａ-ｚ％]/g, (character) => character.normalize('NFKC'))
    .replace(/\s+/g, '')
    .replace(/[（(][^（）()]*[）)]$/, '')
    .replace(/^[“"《]|[”"》]$/g, '')
}

/** 有效发明专利 for 有效发明专利数: the count is said by its unit. */
function shortOf(name: string): string | undefined {
  const short = name.replace(/(?:件|个|项|人|台|家)?数$/, '')
  return short !== name && short.length >= 4 ? short : undefined
}
