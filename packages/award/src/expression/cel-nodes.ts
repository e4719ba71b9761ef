import type { ASTNode } from '@marcbachmann/cel-js'
import { Decimal } from './decimal.ts'
import { CalculationFault, MissingFacts } from './faults.ts'

// The one file that reaches behind cel-js's types: nodes are changed after parsing, before checking.

/** Makes a number literal a Decimal, from its text: nothing is lost to binary fractions. */
export function makeDecimal(node: ASTNode): void {
  if (node.op !== 'value' || !isNumber(node.args)) return
  const text = node.input.slice(node.start, node.end).replace(/u$/iu, '')
  Object.assign(node, { args: new Decimal(text) })
}

function isNumber(literal: unknown): boolean {
  return typeof literal === 'bigint' || typeof literal === 'number' || isUnsigned(literal)
}

function isUnsigned(literal: unknown): boolean {
  return typeof literal === 'object' && literal !== null && 'verify' in literal
}

/** Lets a call find the function registered under another name. */
export function renameCall(node: ASTNode, name: string): void {
  Object.assign(node.args as object, { 0: name })
}

interface LogicalNode {
  readonly left: unknown
  readonly right: unknown
  setMeta(key: 'evaluate', evaluate: Evaluate): unknown
}
interface Runner {
  run(node: unknown, context: unknown): unknown
}
type Evaluate = (runner: Runner, node: LogicalNode, context: unknown) => boolean

/**
 * `&&` and `||` over facts that may be missing: what one side decides is decided, else both sides'
 * missing facts are named. CEL's own keep only the last error.
 */
export function nameAllMissing(
  node: ASTNode,
  decisive: boolean,
  explain: (error: unknown) => unknown,
): void {
  const evaluate: Evaluate = (runner, { left, right }, context) => {
    const attempt = (side: unknown): unknown => {
      try {
        return runner.run(side, context)
      } catch (error) {
        return explain(error)
      }
    }
    const first = attempt(left)
    if (first === decisive) return decisive
    const second = attempt(right)
    if (second === decisive) return decisive
    return settle(first, second, !decisive)
  }
  ;(node as unknown as LogicalNode).setMeta('evaluate', evaluate)
}

function settle(first: unknown, second: unknown, otherwise: boolean): boolean {
  const sides = [first, second]
  const missing = sides.flatMap((side) => (side instanceof MissingFacts ? side.paths : []))
  if (missing.length > 0) throw new MissingFacts(missing)
  for (const side of sides) {
    if (side instanceof Error) throw side
    if (side !== otherwise) throw new CalculationFault('wrong-kind')
  }
  return otherwise
}
