import type { Command } from '../command.ts'
import { awards } from './awards.ts'
import { browser } from './browser.ts'
import { build } from './build.ts'
import { completionOf } from './completion.ts'
import { coverage } from './coverage.ts'
import { doctor } from './doctor.ts'
import { explain } from './explain.ts'
import { fonts } from './fonts.ts'
import { form } from './form.ts'
import { importReport } from './import.ts'
import { init } from './init.ts'
import { lint } from './lint.ts'
import { lsp } from './lsp.ts'
import { rules } from './rules.ts'

/** Every command, in the order the help shows them. */
export const commands: readonly Command[] = [
  init,
  lint,
  coverage,
  build,
  importReport,
  form,
  rules,
  explain,
  awards,
  lsp,
  doctor,
  browser,
  fonts,
  completionOf(() => commands),
]
