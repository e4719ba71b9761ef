import { isSpecified } from '@ziping/award'
import type { CheckReport } from '@ziping/check'
import type { Context } from '../context.ts'
import { findingAsJson } from './findings.ts'

/** The contract's shape of `check --json`; what is added to it is told by name. */
export function checkAsJson(
  report: CheckReport,
  context: Context,
): Readonly<Record<string, unknown>> {
  return {
    version: 1,
    award: report.award.id,
    ready: report.ready,
    date: report.date ?? null,
    deadline: report.deadline ?? null,
    deliverables: report.deliverables.map(({ id, title, state, required, signed }) => ({
      id,
      title,
      state,
      required: required ?? null,
      signed,
    })),
    conditions:
      report.conditions?.map(({ condition, outcome, toConfirm, missing, windows }) => ({
        id: condition.id,
        kind: condition.kind,
        outcome,
        text: condition.text,
        confirm: toConfirm ?? null,
        missing,
        windows,
      })) ?? null,
    findings: report.findings.map((finding) => findingAsJson(finding, context)),
  }
}

export function dutiesAsJson({ award }: CheckReport): Readonly<Record<string, unknown>> {
  const duties = isSpecified(award.duties) ? award.duties : undefined
  return {
    version: 1,
    award: award.id,
    duties:
      duties?.map(({ id, text, when, days, workdays, hours }) => ({
        id,
        when,
        text,
        ...(days === undefined ? {} : { days }),
        ...(workdays === undefined ? {} : { workdays }),
        ...(hours === undefined ? {} : { hours }),
      })) ?? null,
  }
}
