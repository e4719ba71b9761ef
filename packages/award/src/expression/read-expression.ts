import { type ASTNode, type Environment, ParseError } from '@marcbachmann/cel-js'
import { makeDecimal, nameAllMissing, renameCall } from './cel-nodes.ts'
import { factPath, operands, type Scope, staticPath } from './fact-path.ts'
import { MissingFacts } from './faults.ts'
import {
  functionNames,
  isSafePattern,
  iteratingMethods,
  methodNames,
  renamed,
} from './vocabulary.ts'

/** A parsed expression that knows which facts it reads. */
export interface ReadExpression {
  readonly run: ReturnType<Environment['parse']>
  /** Paths from a variable down: `['organization', 'registered']`. */
  readonly facts: readonly (readonly string[])[]
  /** How deep lists are gone through inside one another. */
  readonly nesting: number
  /** Turns the library's “no such key” into the fact that is missing. */
  readonly explain: (error: unknown) => unknown
}

interface Walk {
  readonly names: Map<unknown, string>
  readonly calls: Map<string, readonly string[]>
  readonly facts: (readonly string[])[]
  readonly explain: (error: unknown) => unknown
  nesting: number
}

/** Parses an expression, admits only known functions and makes every number a Decimal. */
export function readExpression(source: string, environment: Environment): ReadExpression {
  const run = environment.parse(source)
  const names: Walk['names'] = new Map()
  const calls: Walk['calls'] = new Map()
  const explain = (error: unknown): unknown => {
    if (error instanceof MissingFacts)
      return new MissingFacts(error.paths.flatMap((path) => calls.get(path) ?? [path]))
    const name = names.get(absentNode(error))
    return name === undefined ? error : new MissingFacts([name])
  }
  const walk: Walk = { names, calls, facts: [], explain, nesting: 0 }
  visit(walk, run.ast, new Map(), 0)
  return { run, facts: walk.facts, nesting: walk.nesting, explain }
}

function visit(walk: Walk, node: ASTNode, scope: Scope, depth: number): void {
  walk.names.set(node, factPath(node, scope))
  switch (node.op) {
    case 'id':
    case '.':
      visitFact(walk, node, scope, depth)
      break
    case 'rcall':
      visitMethod(walk, node, scope, depth)
      break
    case 'call':
      visitCall(walk, node, scope)
      visitOperands(walk, node, scope, depth)
      break
    case 'value':
      makeDecimal(node)
      break
    default:
      if (node.op === '||' || node.op === '&&') nameAllMissing(node, node.op === '||', walk.explain)
      visitOperands(walk, node, scope, depth)
  }
}

function visitOperands(walk: Walk, node: ASTNode, scope: Scope, depth: number): void {
  for (const part of operands(node)) visit(walk, part, scope, depth)
}

function visitCall(walk: Walk, node: ASTNode & { readonly op: 'call' }, scope: Scope): void {
  const [name, parts] = node.args
  admit(node, name, functionNames)
  const paths = parts.filter(({ op }) => op !== 'value').map((part) => factPath(part, scope))
  walk.calls.set(`${name}()`, [...(walk.calls.get(`${name}()`) ?? []), ...paths])
}

/** In `organization.registered` whatever is absent, the whole path is what is missing. */
function visitFact(walk: Walk, node: ASTNode, scope: Scope, depth: number): void {
  const path = staticPath(node)
  if (path?.[0] !== undefined && !scope.has(path[0])) walk.facts.push(path)
  const name = factPath(node, scope)
  let inner = node
  while (inner.op === '.') {
    inner = inner.args[0]
    if (inner.op === 'id' || inner.op === '.') walk.names.set(inner, name)
  }
  if (inner.op !== 'id') visit(walk, inner, scope, depth)
}

function visitMethod(
  walk: Walk,
  node: ASTNode & { readonly op: 'rcall' },
  scope: Scope,
  depth: number,
): void {
  const [method, receiver, [item, ...rest]] = node.args
  admit(node, method, methodNames)
  if (!iteratingMethods.has(method) || item?.op !== 'id') {
    visitOperands(walk, node, scope, depth)
    return
  }
  visit(walk, receiver, scope, depth)
  walk.nesting = Math.max(walk.nesting, depth + 1)
  const inner = new Map(scope).set(item.args, `${factPath(receiver, scope)}[]`)
  for (const part of rest) visit(walk, part, inner, depth + 1)
}

const absent: ReadonlySet<unknown> = new Set([
  'no_such_key',
  'unknown_variable',
  'index_out_of_bounds',
])

function absentNode(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || !('node' in error)) return undefined
  return absent.has(error.code) ? error.node : undefined
}

function admit(node: ASTNode, name: string, known: ReadonlySet<string>): void {
  if (!known.has(name)) throw new ParseError({ code: 'unknown_function', message: name, node })
  if (name === 'matches') admitPattern(node)
  const ours = renamed.get(name)
  if (ours !== undefined) renameCall(node, ours)
}

function admitPattern(node: ASTNode): void {
  const pattern = node.op === 'rcall' ? node.args[2][0] : undefined
  const text = pattern?.op === 'value' ? pattern.args : undefined
  if (typeof text !== 'string' || !isSafePattern(text))
    throw new ParseError({ code: 'unsafe_pattern', message: 'matches', node: pattern ?? node })
}
