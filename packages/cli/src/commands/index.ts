import type { Command } from '../command.ts'
import { awards } from './awards.ts'
import { completionOf } from './completion.ts'
import { coverage } from './coverage.ts'
import { doctor } from './doctor.ts'
import { init } from './init.ts'

/** Every command, in the order the help shows them. */
export const commands: readonly Command[] = [
  init,
  coverage,
  awards,
  doctor,
  completionOf(() => commands),
]
