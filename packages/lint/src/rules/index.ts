import type { Rule } from '../define-rule.ts'
import { clauseMissing } from './clause-missing.ts'

/** Every rule, by family; within a family as a reviewer would go through a report. */
export const rules: readonly Rule[] = [clauseMissing]
