import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import { codeOf } from './install/install-failures.ts'

/** A shared drive has builders on several machines, each with process ids of its own. */
export const thisMachine: string = createHash('sha256').update(hostname()).digest('hex').slice(0, 6)

/** Whether a process of this machine runs, whoever's it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return codeOf(cause) === 'EPERM'
  }
}
