import type { Command } from '../command.ts'
import { awards } from './awards.ts'
import { browser } from './browser.ts'
import { build } from './build.ts'
import { check } from './check.ts'
import { completionOf } from './completion.ts'
import { coverage } from './coverage.ts'
import { data } from './data.ts'
import { doctor } from './doctor.ts'
import { evidence } from './evidence.ts'
import { explain } from './explain.ts'
import { fonts } from './fonts.ts'
import { form } from './form.ts'
import { importReport } from './import.ts'
import { init } from './init.ts'
import { lint } from './lint.ts'
import { lsp } from './lsp.ts'
import { open } from './open.ts'
import { pack } from './pack.ts'
import { photos } from './photos.ts'
import { preview } from './preview.ts'
import { rules } from './rules.ts'
import { score } from './score.ts'
import { verify } from './verify.ts'

/** Every command, in the order the help shows them. */
export const commands: readonly Command[] = [
  init,
  lint,
  coverage,
  score,
  check,
  build,
  verify,
  pack,
  preview,
  importReport,
  form,
  data,
  open,
  evidence,
  photos,
  rules,
  explain,
  awards,
  lsp,
  doctor,
  browser,
  fonts,
  completionOf(() => commands),
]
