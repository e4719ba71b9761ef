import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Finding, failure, wording } from '@ziping/diagnostics'
import { readBaseline, withoutBaseline, writeBaseline } from '@ziping/lint'
import { writeWhole } from '../write-output.ts'
import type { LintedWorkspace } from './lint-workspace.ts'

const absent = wording<{ readonly file: string }>({
  'zh-CN': ({ file }) => ({
    message: `读不到 ${file}`,
    advice: `先记下现有问题：ziping lint --baseline ${file} --write-baseline（路径从申报工程算起）`,
  }),
  en: ({ file }) => ({
    message: `${file} cannot be read`,
    advice: `Record the present findings first: ziping lint --baseline ${file} --write-baseline (a path in the workspace)`,
  }),
})

/** The findings that the baseline does not hold. */
export function leaveOutKnown(linted: LintedWorkspace, name: string): readonly Finding[] {
  const baseline = readBaseline(textOf(linted.root, name))
  return withoutBaseline(linted.findings, baseline, (file) => linted.sources.find(file)?.text)
}

export function recordFindings({ root, findings, sources }: LintedWorkspace, name: string): void {
  const text = writeBaseline(findings, (file) => sources.find(file)?.text)
  writeWhole(path.resolve(root, name), text)
}

function textOf(root: string, name: string): string {
  try {
    return readFileSync(path.resolve(root, name), 'utf8')
  } catch (cause) {
    throw failure('baseline/missing', absent, { file: name }, { cause })
  }
}
