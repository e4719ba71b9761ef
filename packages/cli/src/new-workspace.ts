import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Award, isSpecified } from '@ziping/award'
import { type CodeLists, writeApplicantSkeleton, writeFormSkeleton } from '@ziping/forms'
import { caseSkeleton, chapters, overviewSkeleton } from './skeleton.ts'

export interface NewFile {
  readonly path: string
  readonly text: string
}

/** Every file of a fresh workspace, understandable without a manual. */
export function newWorkspace(
  award: Award,
  year: number | undefined,
  codes: CodeLists,
): readonly NewFile[] {
  const form = writeFormSkeleton(award, yearOf(award, year))
  const wanted = new Set(award.deliverables.map((deliverable) => deliverable.kind))
  const nothingSaid = award.deliverables.length === 0
  return [
    { path: 'ziping.yaml', text: config(award, year) },
    ...(wanted.has('overview') ? [{ path: 'overview.md', text: overviewSkeleton(award) }] : []),
    ...chapters(award),
    ...(wanted.has('case') ? [{ path: 'cases/01-典型案例.md', text: caseSkeleton(award) }] : []),
    {
      path: 'data/applicant.yaml',
      text: writeApplicantSkeleton(award, yearOf(award, year), codes),
    },
    ...(form === undefined ? [] : [{ path: 'data/form.yaml', text: form }]),
    { path: 'data/indicators.yaml', text: indicators(yearOf(award, year)) },
    { path: 'data/plan.yaml', text: plan(award) },
    ...(wanted.has('evidence') || nothingSaid
      ? [{ path: 'evidence/evidence.yaml', text: evidence() }]
      : []),
    ...fixedFiles(award),
    ...schemaFiles(),
  ]
}

function yearOf(award: Award, year: number | undefined): number {
  return year ?? (isSpecified(award.year) ? award.year : 2020)
}

function config(award: Award, year: number | undefined): string {
  const lines = [`# 申报工程：${award.name}`, `award: ${award.id}`]
  if (year !== undefined) lines.push(`year: ${year}`)
  else if (!isSpecified(award.year))
    lines.push('# year: 2022            申报年度，这个奖项必须写明')
  lines.push('# filed: 2020-08-14      报送日期；“近三年”等期限由它或截止日期起算')
  if (!isSpecified(award.schedule) || !isSpecified(award.schedule.closes))
    lines.push('# deadline: 2022-06-30   截止日期，见年度通知')
  return `${lines.join('\n')}\n`
}

function indicators(year: number): string {
  const [first, second, third] = [year - 3, year - 2, year - 1]
  return `# 指标数据：正文、表格、图表、申报表都从这里取数，一个数只写一处。
# 键名可以用中文，正文中这样引用：[103480万元](#revenue.${third})、:指标[revenue.${third} 同比]
#
# revenue:
#   name: 主营业务收入
#   unit: 万元
#   better: higher                 # higher 越大越好，lower 越小越好
#   values:     { ${first}: 82310, ${second}: 91250, ${third}: 103480 }
#   target:     { ${third}: 100000 }
#   benchmark:  { name: 行业标杆, values: { ${first}: 120000, ${second}: 126000, ${third}: 131000 } }
#   competitor: { name: 主要竞争对手, values: { ${first}: 80100, ${second}: 85900, ${third}: 90200 } }
#   source: 年度审计报告
#   evidence: audit-${third}          # evidence/evidence.yaml 中的键
#   note: 对不利年份的说明（没有就不写）
`
}

function evidence(): string {
  return `# 证实性材料目录：文件放在本文件夹，正文中这样引用：（见[证](#iso9001)）
# 书中的编号按这里的先后排列。
#
# iso9001:
#   title: 质量管理体系认证证书
#   file: iso9001.pdf
#   issuer: 中国质量认证中心
#   issued: 2018-05-12
#   expires: 2021-05-11
#   kind: certificate            # certificate 证书  honour 荣誉  rank 排名证明  contract 合同  record 记录
#   level: 国家                  # 国家 省 市 县 行业
#   number: 00118Q37777R3M
# vendor-audit:
#   title: 供方现场审核记录
#   unavailable: 涉及供方商业秘密，现场评审时可查阅      # 无法提供的，写明理由
`
}

function plan(award: Award): string {
  const lines = award.clauses
    .flatMap((clause) => (clause.children.length === 0 ? [clause] : clause.children))
    .map(
      (clause) => `  # "${clause.id}": { owner: 质量部 张三, due: 2020-07-20 }   # ${clause.title}`,
    )
  return [
    '# 编写计划：每个条款由谁写、何时交；内部时间节点。用到哪行就去掉行首的 #',
    'clauses:',
    ...lines,
    'dates:',
    '  # 初审: 2020-08-01',
    '  # 推荐: 2020-08-10',
    '  # 送达: 2020-08-18',
    '',
  ].join('\n')
}

/** Editor settings, commit hook, and a guide that speaks the award's words. */
function fixedFiles(award: Award): readonly NewFile[] {
  const folder = new URL('init/', import.meta.resolve('@ziping/templates/package.json'))
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/')
      const inside = file.slice(fileURLToPath(folder).replaceAll('\\', '/').length)
      // npm leaves out or renames files such as .gitignore, so they travel with an underscore.
      return {
        path: inside
          .split('/')
          .map((name) => name.replace(/^_/, '.'))
          .join('/'),
        text: readFileSync(file, 'utf8').replace('{{leads}}', leads(award)),
      }
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

function leads(award: Award): string {
  const labels = award.dimensions.flatMap(({ dims }) => dims.map(({ label }) => `\`【${label}】\``))
  return labels.length === 0 ? '这个奖项没有规定' : `段首写 ${[...new Set(labels)].join(' ')}`
}

const editorSchemas = [
  'workspace',
  'applicant',
  'indicators',
  'evidence',
  'plan',
  'scores',
  'photos',
]

/** Editors complete and check YAML from these, without network. */
function schemaFiles(): readonly NewFile[] {
  return editorSchemas.map((name) => ({
    path: `.vscode/ziping/${name}.schema.json`,
    text: readFileSync(
      new URL(`schemas/${name}.schema.json`, import.meta.resolve('@ziping/content/package.json')),
      'utf8',
    ),
  }))
}
