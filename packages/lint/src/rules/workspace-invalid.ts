import { nearest, type Place, wording } from '@ziping/diagnostics'
import { configName, type Workspace } from '@ziping/report'
import { foundAsSet } from '../data-rule.ts'
import { defineRule, type Rule } from '../define-rule.ts'
import { insidePath } from '../inside-path.ts'
import { sourceOf } from '../source-places.ts'

export const workspaceInvalid: Rule = withFound(
  defineRule({
    id: 'workspace-invalid',
    severity: 'error',
    source: ['L-59'],
    title: { 'zh-CN': '申报工程的文件有误', en: 'A file of the workspace is wrong' },
    why: {
      'zh-CN':
        '编码不对、像备份或同步冲突的文件不会读取，写了也不会印；开头的说明写错，负责人和状态就对不上。先把文件理顺，别的检查才可靠。',
      en: 'Files in another encoding, backups and sync conflicts are not read, so what they say is not printed. The other rules are only as good as what was read.',
    },
    messages: {
      frontMatter: wording<{ readonly reason: string }>({
        'zh-CN': ({ reason }) => ({
          message: `文件开头两行 --- 之间的内容读不出来：${reason}`,
          advice: '写成“负责人: 质量部 张三”这样的行，冒号用半角，后面空一格',
        }),
        en: ({ reason }) => ({
          message: `What stands between the --- lines at the top cannot be read: ${reason}`,
          advice: 'Write lines such as “owner: Zhang San”',
        }),
      }),
      unknownKey: wording<{ readonly key: string; readonly near: string | undefined }>({
        'zh-CN': ({ key, near }) => ({
          message: `文件开头写了“${key}”，没有这一项`,
          advice: near === undefined ? '可以写：标题、负责人、状态、编号' : `是不是“${near}”？`,
        }),
        en: ({ key, near }) => ({
          message: `There is no “${key}” for the top of a file`,
          advice:
            near === undefined
              ? 'Known are title, owner, status and numbering'
              : `Did you mean “${near}”?`,
        }),
      }),
      badValue: wording<{ readonly key: string }>({
        'zh-CN': ({ key }) => ({
          message: `文件开头的“${key}”看不懂`,
          advice: numberingKeys.has(key)
            ? '写 award（按奖项编号）或 standard（按标准编号）'
            : '写成一行文字，如“负责人: 质量部 张三”',
        }),
        en: ({ key }) => ({
          message: `The “${key}” at the top of this file cannot be understood`,
          advice: numberingKeys.has(key)
            ? 'Write award or standard'
            : 'Write a line of text, such as “owner: Zhang San”',
        }),
      }),
      nested: wording<{ readonly folder: string }>({
        'zh-CN': ({ folder }) => ({
          message: `${folder}/ 里还有一个 ziping.yaml：在那里运行 ziping，会把它当作另一个申报工程`,
          advice: '只留最外层的 ziping.yaml；内容不同的，先合并设置再删去',
        }),
        en: ({ folder }) => ({
          message: `There is another ziping.yaml in ${folder}/: run from there, ziping takes it for a workspace of its own`,
          advice: 'Keep the outermost one only; merge the settings first if they differ',
        }),
      }),
    },
    *check({ workspace, report, files }, finding) {
      for (const { parsed } of report.documents) {
        const { file, frontMatter, frontMatterFault: fault } = parsed
        if (fault !== undefined)
          yield finding.frontMatter(fault.place, { reason: firstLine(fault.message) })
        for (const key of frontMatter.unknown) {
          const place = placeOfKey(workspace, file, key)
          if (knownKeys.has(key)) yield finding.badValue(place, { key })
          else
            yield finding.unknownKey(
              place,
              { key, near: nearest(key, knownKeys) },
              { severity: 'warning' },
            )
        }
      }
      for (const folder of foldersOf(workspace)) {
        const inner = insidePath(`${folder}/${configName}`)
        if (inner === undefined || files.state(inner) !== 'file') continue
        const place = { file: inner, line: 1, column: 1, endLine: 1, endColumn: 1 }
        yield finding.nested(place, { folder }, { severity: 'warning' })
      }
    },
    examples: [
      {
        name: 'in order, with a Chinese keyboard’s colon',
        report: '---\n标题: 领导\n负责人：质量部 张三\n状态: 初稿\n---\n\n# 1.1 使命\n',
        finds: [],
      },
      {
        name: 'lines between rules that are text',
        report: '---\n\n公司使命由全体员工讨论确定。\n\n---\n\n# 1.1 使命\n',
        finds: [],
      },
      {
        name: 'no YAML',
        report: '---\n负责人: [张三\n---\n\n# 1.1 使命\n',
        finds: ['3:1 frontMatter'],
      },
      {
        name: 'an unknown key, and a value nobody understands',
        report: '---\n负责: 张三\n编号: 国标\n---\n\n# 1.1 使命\n',
        finds: ['2:1 unknownKey', '3:1 badValue'],
      },
      {
        name: 'a second workspace among the chapters',
        report: { 'report/ziping.yaml': 'award: demo\n' },
        finds: ['report/ziping.yaml:1:1 nested'],
      },
      {
        name: 'an unknown key in ziping.yaml',
        report: { 'ziping.yaml': 'award: demo\nyear: 2024\ndeadlin: 2024-08-31\n' },
        finds: ['ziping.yaml:3:1 unknown-key'],
      },
    ],
  }),
)

/** With what was found while reading the workspace: encodings, leftovers, paths that lead out, ziping.yaml itself. */
function withFound(rule: Rule): Rule {
  return {
    ...rule,
    run: (context) => [...foundAsSet(context, rule), ...rule.run(context)],
  }
}

const numberingKeys: ReadonlySet<string> = new Set(['numbering', '编号'])

/** What a chapter may say of itself, in both languages. */
const knownKeys: ReadonlySet<string> = new Set([
  'title',
  '标题',
  'owner',
  '负责人',
  'status',
  '状态',
  'numbering',
  '编号',
])

function placeOfKey(workspace: Workspace, file: string, key: string): Place {
  const source = sourceOf(workspace, file)
  let start = 0
  for (const line of source.text.split('\n', 60)) {
    const [, typed] = /^["']?(.*?)["']?\s*[:：]/.exec(line) ?? []
    if (typed === key) return source.place({ start, end: start + line.trimEnd().length })
    start += line.length + 1
  }
  return source.place({ start: 0, end: 0 })
}

/** The folders of the writers' material, with those of a group's companies. */
function foldersOf({ config, documents }: Workspace): ReadonlySet<string> {
  const { report, cases, form, data, evidence, photos, images } = config.paths
  const ofChapters = documents.map(({ path }) => path.split('/').slice(0, -1).join('/'))
  return new Set(
    [report, cases, form, data, evidence, photos, images, ...ofChapters].filter(
      (folder) => folder !== '' && folder !== '.',
    ),
  )
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? ''
}
