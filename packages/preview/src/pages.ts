import { randomUUID } from 'node:crypto'
import { Failure } from '@ziping/diagnostics'
import type { LivePages } from '@ziping/session'
import type { Pages } from './protocol.ts'
import { showFinding, told } from './view/findings.ts'
import { whereOf } from './view/where.ts'

/** Pages as the browser wants them. */
export function showPages(pages: LivePages): Pages {
  const { document, version, settled, sheets, spots, findings, substitutions } = pages
  return {
    kind: 'pages',
    document,
    version,
    settled,
    sheets: sheets.map(({ pdf, ...sheet }) => ({
      ...sheet,
      pdf: pdfAddress(document, pdf),
    })),
    spots: spots.map(({ place, sheet, top }) => ({
      where: whereOf(place),
      endLine: place.endLine,
      sheet,
      top: Math.round(top * 10) / 10,
    })),
    findings: findings.map(showFinding),
    notes: substitutions.map(({ words }) => told(words, 'message')),
  }
}

/** A page that stays open over a restart must not take a new PDF for an old one of the same name. */
const start = randomUUID().slice(0, 8)

/** Where a PDF is fetched from. */
export function pdfAddress(document: string, name: string): string {
  return `/api/pdf/${encodeURIComponent(document)}/${name}?of=${start}`
}

/** Why a document cannot be shown. */
export function showTrouble(document: string, cause: unknown): Pages {
  if (cause instanceof Failure)
    return {
      kind: 'trouble',
      document,
      message: told(cause.words, 'message'),
      advice: told(cause.words, 'advice'),
    }
  return {
    kind: 'trouble',
    document,
    message: {
      'zh-CN': '页面没有印成，这是 ziping 自己的错误',
      en: 'The pages could not be printed; this is a mistake of ziping’s own',
    },
    advice: {
      'zh-CN': '再存一次文件试试；仍不行，请把终端里的说明报告给开发者',
      en: 'Save a file to try again; if it stays so, report what the terminal says',
    },
  }
}
