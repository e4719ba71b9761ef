import type { Finding } from '@ziping/diagnostics'
import { defaultPaths, type Workspace } from '@ziping/report'

/** Advice names the usual files; a team that keeps its indicators in a workbook is told of its workbook. */
export function nameAsHere(
  findings: readonly Finding[],
  { config, indicators }: Workspace,
): readonly Finding[] {
  const usual = defaultPaths.indicators
  const here = indicators?.file ?? config.paths.indicators
  if (here === usual) return findings
  return findings.map((finding) =>
    JSON.stringify(finding.words).includes(usual)
      ? {
          ...finding,
          words: {
            'zh-CN': renamed(finding.words['zh-CN'], usual, here),
            en: renamed(finding.words.en, usual, here),
          },
        }
      : finding,
  )
}

function renamed({ message, advice }: Words, usual: string, here: string): Words {
  return { message: message.replaceAll(usual, here), advice: advice.replaceAll(usual, here) }
}

type Words = Finding['words']['zh-CN']
