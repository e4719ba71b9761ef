import type { Applicant } from '@ziping/forms'

/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i

/** Longer names, several folders deep, no longer open on Windows. */
const longest = 80

/** A title as a name that Windows, macOS and Linux can keep. */
export function legalName(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}]/gu, '_')
    .replace(/\s+/gu, ' ')
    .trim()
  const short = [...plain].slice(0, longest).join('')
  const name = short.replace(/[. ]+$/u, '')
  if (name === '') return '_'
  return reserved.test(name.split('.')[0] ?? '') ? `_${name}` : name
}

/** `{person.name}{organization.name}` with the applicant's facts in it; undefined where one is missing. */
export function nameFromTemplate(
  template: string,
  { fact }: Pick<Applicant, 'fact'>,
): string | undefined {
  let isWhole = true
  const name = template.replace(/\{([\w.]+)\}/g, (_, path: string) => {
    const value = fact(path)
    if (typeof value === 'string' && value !== '') return value
    isWhole = false
    return ''
  })
  return isWhole ? legalName(name) : undefined
}

/** Gives each name once, whatever case it is written in: Windows and macOS tell no case apart. */
export class UniqueNames {
  readonly #taken = new Set<string>()

  /** The path itself, or with a number where something else has it. */
  take(path: string): string {
    const [, stem = path, ending = ''] = /^(.*?)(\.[^./]+)?$/s.exec(path) ?? []
    let free = path
    for (let number = 2; this.#taken.has(key(free)); number++) free = `${stem} ${number}${ending}`
    this.#taken.add(key(free))
    return free
  }
}

function key(path: string): string {
  return path.normalize('NFKC').toLowerCase()
}
