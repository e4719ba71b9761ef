import { containerNames, leafNames } from '@ziping/report'

export type DirectiveKind = 'leaf' | 'container'

/** Which kind of directive bears a name. */
export function kindOf(name: string): DirectiveKind | undefined {
  if (Object.hasOwn(leafNames, name)) return 'leaf'
  return Object.hasOwn(containerNames, name) ? 'container' : undefined
}

export const colonsOf = { leaf: '::', container: ':::' } as const

/** How a line with one of these names is written, with what stands behind the name put where it belongs. */
export function exampleOf(name: string, behind: string): string | undefined {
  const given = behind.trim().replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '')
  const ids = /^[\p{L}\p{N}_\- ]{1,40}$/u.test(given) ? given : 'revenue'
  const quoted = ids.includes(' ') ? `"${ids}"` : ids
  const english = /^[a-z]/i.test(name)
  const key = english ? 'ids' : '指标'
  if (name === '指标表' || name === 'indicators')
    return `::${name}[${english ? 'Title' : '标题'}]{${key}=${quoted}}`
  if (name === '图表' || name === 'chart')
    return english
      ? `::chart[Title]{ids=${quoted} type=line}`
      : `::图表[标题]{指标=${quoted} 类型=折线}`
  return kindOf(name) === 'container' && given !== '' ? `:::${name}[${given}]` : undefined
}

const names = [...Object.keys(leafNames), ...Object.keys(containerNames)]

/** The directive whose name was nearly typed: one character off in a short name, two in a long one. */
export function nearName(typed: string): string | undefined {
  const wanted = typed.toLowerCase()
  return names.find((name) => {
    if (wanted === name) return true
    const most = name.length >= 6 ? 2 : 1
    return name.length > 1 && distanceWithin(wanted, name, most) && sharesMore(wanted, name)
  })
}

function sharesMore(a: string, b: string): boolean {
  return [...b].filter((character) => a.includes(character)).length * 2 >= b.length
}

function distanceWithin(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false
  if (a === b) return true
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  if (most === 0) return false
  const [restA, restB] = [a.slice(start), b.slice(start)]
  if (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
    return true
  return (
    distanceWithin(restA.slice(1), restB.slice(1), most - 1) ||
    distanceWithin(restA.slice(1), restB, most - 1) ||
    distanceWithin(restA, restB.slice(1), most - 1)
  )
}
