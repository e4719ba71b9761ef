import { type Clause, scoredLeaves } from '@ziping/award'
import { placeOfFile, wording } from '@ziping/diagnostics'
import type { Applicant } from '@ziping/forms'
import { holdingsIn, isHeading, plainText, type Report } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'

type Holding = Applicant['holdings'][number]

export const holdingMissing: Rule = defineRule({
  id: 'holding-missing',
  severity: 'error',
  source: ['L-34'],
  title: { 'zh-CN': '缺少控股企业的评价说明', en: 'A controlled company has no report' },
  why: {
    'zh-CN':
      '“以集团名义申报的组织，对所有控股企业分别进行评价说明。”少写一家，就不能证明集团整体达到标准。',
    en: 'A group must report on each of its controlled companies; with one left out the group is not shown to meet the criteria.',
  },
  messages: {
    absent: wording<{ readonly holding: Holding; readonly folder: string }>({
      'zh-CN': ({ holding, folder }) => ({
        message: `控股企业“${holding.name}”没有单独的评价说明`,
        advice: `新建文件夹 report/${folder}/，在里面逐条作答；文件夹用别的名字时，在 holdings 里写 folder`,
      }),
      en: ({ holding, folder }) => ({
        message: `The controlled company “${holding.name}” has no report of its own`,
        advice: `Answer the clauses for it in report/${folder}/; name another folder under holdings as folder`,
      }),
    }),
    partly: wording<{ readonly holding: Holding; readonly clauses: readonly Clause[] }>({
      'zh-CN': ({ holding, clauses }) => ({
        message: `${clauses.length}个条款没有单独写控股企业“${holding.name}”：${listed(clauses)}`,
        advice: `在这些条款下各加小标题“${nameOf(holding)}”，或者为它新建 report/${holding.folder ?? nameOf(holding)}/ 逐条作答`,
      }),
      en: ({ holding, clauses }) => ({
        message: `${clauses.length} clauses have no part on the controlled company “${holding.name}”: ${listed(clauses)}`,
        advice: `Add the subheading “${nameOf(holding)}” to each, or answer all clauses for it in a folder of its own`,
      }),
    }),
    unlisted: wording<Readonly<Record<never, never>>>({
      'zh-CN': () => ({
        message: '以集团名义申报，却没有列出控股企业',
        advice: '在 organization.holdings 里列出全部控股企业：名称、简称、文件夹',
      }),
      en: () => ({
        message: 'A group applies, but its controlled companies are not listed',
        advice: 'List them all under organization.holdings: name, short names, folder',
      }),
    }),
    unknown: wording<{ readonly folder: string; readonly known: readonly string[] }>({
      'zh-CN': ({ folder, known }) => ({
        message: `report/${folder}/ 对不上任何一家控股企业${known.length === 0 ? '' : `（已列出：${known.join('、')}）`}`,
        advice: '核对文件夹名，或者在 applicant.yaml 的 holdings 里补上这家企业',
      }),
      en: ({ folder, known }) => ({
        message: `report/${folder}/ belongs to none of the controlled companies listed (${known.join(', ')})`,
        advice: 'Check the folder’s name, or add the company to holdings in applicant.yaml',
      }),
    }),
  },
  *check({ award, applicant, report }, finding) {
    if (award.repeatPer !== 'holding') return
    const { holdings } = applicant
    const folders = holdingsIn(report).filter((folder) => folder !== undefined)
    const isGroup = applicant.fact('organization.isGroup') === true
    if (isGroup && holdings.length === 0)
      yield finding.unlisted(applicant.placeOf('organization.holdings'), {})
    for (const [index, holding] of holdings.entries()) {
      if (!isGroup || folders.some((folder) => namesOf(holding).includes(folder))) continue
      const place = applicant.placeOf(`organization.holdings.${index}`)
      const leaves = scoredLeaves(award.clauses)
      const lacking = leaves.filter((clause) => !hasPartOn(report, clause, holding))
      if (lacking.length === leaves.length)
        yield finding.absent(place, { holding, folder: holding.folder ?? nameOf(holding) })
      else if (lacking.length > 0) yield finding.partly(place, { holding, clauses: lacking })
    }
    if (holdings.length === 0) return
    for (const folder of folders) {
      if (holdings.some((holding) => namesOf(holding).includes(folder))) continue
      const file = report.documents.find((one) => one.holding === folder)?.parsed.file
      yield finding.unknown(
        placeOfFile(file ?? 'ziping.yaml'),
        { folder, known: holdings.map(nameOf) },
        { severity: 'warning', atMost: 'warning' },
      )
    }
  },
  examples: [
    {
      name: 'one of two companies',
      award: 'jiaxing-org-2020',
      report: {
        'report/1.md': '# 1.1 高层领导的作用\n\n由董事长主持。\n',
        'report/甲厂/1.md': '# 1.1 高层领导的作用\n\n由厂长主持。\n',
        'data/applicant.yaml':
          'organization:\n  isGroup: true\n  holdings:\n    - name: 浙江甲厂有限公司\n      folder: 甲厂\n    - name: 浙江乙厂有限公司\n      shortNames: [乙厂]\n',
      },
      finds: ['data/applicant.yaml:6:7 absent'],
    },
    {
      name: 'within the clauses, but not in all of them',
      award: 'jiaxing-org-2020',
      report: {
        'report/1.md': '# 1.1 高层领导的作用\n\n由董事长主持。\n\n## 乙厂\n\n由厂长主持。\n',
        'data/applicant.yaml':
          'organization:\n  isGroup: true\n  holdings:\n    - name: 浙江乙厂有限公司\n      shortNames: [乙厂]\n',
      },
      finds: ['data/applicant.yaml:4:7 partly'],
    },
    {
      name: 'a group that lists no company',
      award: 'jiaxing-org-2020',
      report: { 'data/applicant.yaml': 'organization:\n  isGroup: true\n' },
      finds: ['data/applicant.yaml:2:3 unlisted'],
    },
    {
      name: 'a folder of no company listed',
      award: 'jiaxing-org-2020',
      report: {
        'report/甲厂/1.md': '# 1.1 高层领导的作用\n\n由厂长主持。\n',
        'report/丙厂/1.md': '# 1.1 高层领导的作用\n\n由厂长主持。\n',
        'data/applicant.yaml':
          'organization:\n  isGroup: true\n  holdings:\n    - name: 浙江甲厂有限公司\n      folder: 甲厂\n',
      },
      finds: ['report/丙厂/1.md:1:1 unknown'],
    },
    {
      name: 'near miss: no group',
      award: 'jiaxing-org-2020',
      report: {
        'data/applicant.yaml':
          'organization:\n  isGroup: false\n  holdings:\n    - name: 浙江甲厂有限公司\n',
      },
      finds: [],
    },
    {
      name: 'near miss: an award that does not ask for it',
      report: {
        'data/applicant.yaml':
          'organization:\n  isGroup: true\n  holdings:\n    - name: 浙江甲厂有限公司\n',
      },
      finds: [],
    },
  ],
})

function namesOf({ name, shortNames, folder }: Holding): readonly string[] {
  return [name, ...shortNames, ...(folder === undefined ? [] : [folder])]
}

function nameOf({ name, shortNames }: Holding): string {
  return shortNames[0] ?? name
}

/** A clause may speak of each company under a heading of its own. */
function hasPartOn(report: Report, clause: Clause, holding: Holding): boolean {
  return report.sections.some(
    (section) =>
      section.clause.id === clause.id &&
      section.holding === undefined &&
      section.units.some(
        (unit) =>
          isHeading(unit) &&
          namesOf(holding).some((name) => plainText(unit.block.content).includes(name)),
      ),
  )
}

const mostListed = 5

function listed(clauses: readonly Clause[]): string {
  const shown = clauses.slice(0, mostListed).map(({ number, title }) => number ?? title)
  return shown.join('、') + (clauses.length > mostListed ? ' …' : '')
}
