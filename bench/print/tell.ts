import { median } from '../measure.ts'
import type { Costs } from './measure-tree.ts'

export interface Goal {
  readonly name: string
  readonly most: number
  readonly ratio: number
}

export function wallOf(costs: Costs, name: string): number {
  return median((costs.get(name) ?? []).map(({ wall }) => wall))
}

export function cpuOf(costs: Costs, name: string): number {
  return median((costs.get(name) ?? []).map(({ cpu }) => cpu))
}

export function memoryOf(costs: Costs, name: string): number {
  return Math.max(...(costs.get(name) ?? []).map(({ memory }) => memory))
}

export function show(title: string, costs: Costs): void {
  console.log(`\n${title}`)
  const [first = ''] = costs.keys()
  for (const name of costs.keys()) {
    const times = (wallOf(costs, name) / wallOf(costs, first)).toFixed(2)
    const cpu = (cpuOf(costs, name) / cpuOf(costs, first)).toFixed(2)
    console.log(
      `  ${name.padEnd(52)} ${number(wallOf(costs, name))} ms ${times.padStart(6)} ×   CPU ${number(cpuOf(costs, name))} ms ${cpu.padStart(6)} ×   ${number(memoryOf(costs, name))} MB`,
    )
  }
}

export function showGoals(goals: readonly Goal[]): void {
  console.log('\ngoals')
  for (const { name, most, ratio } of goals)
    console.log(
      `  ${ratio <= most ? '✓' : '✗'} ${name.padEnd(60)} ${ratio.toFixed(2).padStart(7)}   at most ${most}`,
    )
}

function number(value: number): string {
  return value.toFixed(0).padStart(7)
}
