import type { Finding, Language } from '@ziping/diagnostics'
import {
  type Example,
  exampleChapter,
  type LaterRule,
  laterRules,
  type Rule,
  rules,
  runExample,
} from '@ziping/lint'

/** An example with what it really raises. */
interface ShownExample {
  readonly example: Example
  readonly findings: readonly Finding[]
}

/** A page for every rule, Chinese first, and the list of all pages. */
export async function ruleDocs(): Promise<Readonly<Record<string, string>>> {
  const sorted = rules.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const later = laterRules.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const pages: Record<string, string> = { 'docs/rules/README.md': list(sorted, later) }
  for (const rule of later) pages[`docs/rules/${rule.id}.md`] = laterPage(rule)
  for (const rule of sorted) {
    const examples: ShownExample[] = []
    for (const example of rule.examples)
      examples.push({ example, findings: await runExample(rule, example) })
    pages[`docs/rules/${rule.id}.md`] = page(rule, examples)
  }
  return pages
}

const words = {
  'zh-CN': {
    rule: '规则',
    colon: '：',
    severity: '轻重',
    severities: { error: '错误', warning: '警告', info: '提示', off: '不查（可以打开）' },
    source: '依据',
    options: '设置',
    option: '名称',
    usual: '缺省',
    meaning: '含义',
    examples: '例',
    raised: '报告',
    fine: '没有问题。',
    advice: '怎么改：',
    settings: '设置',
    limits: '限制',
    pictures: '图片（宽、高，像素）',
    award: '奖项',
    fixed: '`ziping lint --fix` 改正后：',
    explain: '这里的轻重是规则本身的；奖项、`ziping.yaml` 和命令行可以改变它，见 `ziping rules`。',
    later: '打开文件、印制、打包时才查的',
    laterExplain:
      '这些要打开扫描件、印出书或打好包才看得出，`lint` 和编辑器不报。轻重不能改；标明可以的，可以写明理由后忽略。',
    command: '由哪个命令',
    waivers: '能否忽略',
    waivable: {
      always: '可以，要写理由',
      warnings: '警告和提示可以，要写理由；错误不能',
      never: '不能：不改好就印不出、报不了',
    },
  },
  en: {
    rule: 'Rule',
    colon: ': ',
    severity: 'Severity',
    severities: { error: 'error', warning: 'warning', info: 'info', off: 'off (can be turned on)' },
    source: 'Source',
    options: 'Options',
    option: 'Name',
    usual: 'Default',
    meaning: 'Meaning',
    examples: 'Examples',
    raised: 'Raises',
    fine: 'Raises nothing.',
    advice: 'How to mend it: ',
    settings: 'Settings',
    limits: 'Limits',
    pictures: 'Pictures (width, height in pixels)',
    award: 'Award',
    fixed: 'After `ziping lint --fix`:',
    explain:
      'This is the rule’s own severity; the award, `ziping.yaml` and the command line may change it, see `ziping rules`.',
    later: 'Seen only as files are opened, printed or packed',
    laterExplain:
      'These take an opened scan, a printed book or a parcel; `lint` and the editor do not show them. Their severity is fixed; where it says so they can be waived with a reason.',
    command: 'Command',
    waivers: 'Waivers',
    waivable: {
      always: 'yes, with a reason',
      warnings: 'warnings and hints, with a reason; errors not',
      never: 'none: nothing can be printed or handed in until it is mended',
    },
  },
} as const

const generated =
  '<!-- 由 scripts/write-rule-docs.ts 生成，请改规则本身 · generated, change the rule instead -->'

const commandOf: Readonly<Record<LaterRule['stage'], string>> = {
  check: '`check` `pack`',
  build: '`build` `pack`',
  verify: '`verify` `pack`',
  pack: '`pack`',
  awards: '`awards check`',
}

function list(sorted: readonly Rule[], later: readonly LaterRule[]): string {
  const table = (language: Language): readonly string[] => {
    const { rule, severity, severities, meaning } = words[language]
    return [
      `| ${rule} | ${severity} | ${meaning} |`,
      '| - | - | - |',
      ...sorted.map(
        (one) =>
          `| [${one.id}](${one.id}.md) | ${severities[one.severity]} | ${one.title[language]} |`,
      ),
    ]
  }
  const laterTable = (language: Language): readonly string[] => {
    const said = words[language]
    return [
      `## ${said.later}`,
      '',
      said.laterExplain,
      '',
      `| ${said.rule} | ${said.severity} | ${said.command} | ${said.meaning} |`,
      '| - | - | - | - |',
      ...later.map(
        ({ id, severity, stage, title }) =>
          `| [${id}](${id}.md) | ${said.severities[severity]} | ${commandOf[stage]} | ${title[language]} |`,
      ),
    ]
  }
  return lines([
    generated,
    '',
    '# 检查规则',
    '',
    words['zh-CN'].explain,
    '',
    ...table('zh-CN'),
    '',
    ...laterTable('zh-CN'),
    '',
    '# Rules',
    '',
    words.en.explain,
    '',
    ...table('en'),
    '',
    ...laterTable('en'),
  ])
}

function laterPage(rule: LaterRule): string {
  const halfOf = (language: Language): readonly string[] => {
    const said = words[language]
    return [
      `# ${rule.id}${said.colon}${rule.title[language]}`,
      '',
      rule.why[language],
      '',
      `- ${said.severity}${said.colon}${said.severities[rule.severity]}`,
      `- ${said.command}${said.colon}${commandOf[rule.stage]}`,
      `- ${said.waivers}${said.colon}${said.waivable[rule.waivable]}`,
      `- ${said.source}${said.colon}${rule.source.join(', ')}`,
    ]
  }
  return inBoth(halfOf)
}

function page(rule: Rule, examples: readonly ShownExample[]): string {
  return inBoth((language) => half(rule, examples, language))
}

function inBoth(halfOf: (language: Language) => readonly string[]): string {
  return lines([generated, '', ...halfOf('zh-CN'), '', '---', '', ...halfOf('en')])
}

function half(
  rule: Rule,
  examples: readonly ShownExample[],
  language: Language,
): readonly string[] {
  const said = words[language]
  return [
    `# ${rule.id}${said.colon}${rule.title[language]}`,
    '',
    rule.why[language],
    '',
    `- ${said.severity}${said.colon}${said.severities[rule.severity]}`,
    `- ${said.source}${said.colon}${rule.source.join(', ')}`,
    ...options(rule, language),
    '',
    `## ${said.examples}`,
    ...examples.flatMap((shown) => exampleLines(shown, language)),
  ]
}

function options(rule: Rule, language: Language): readonly string[] {
  const entries = Object.entries(rule.options ?? {})
  if (entries.length === 0) return []
  const said = words[language]
  return [
    '',
    `## ${said.options}`,
    '',
    `| ${said.option} | ${said.usual} | ${said.meaning} |`,
    '| - | - | - |',
    ...entries.map(([name, { usual, help }]) => `| \`${name}\` | ${usual} | ${help[language]} |`),
  ]
}

function exampleLines({ example, findings }: ShownExample, language: Language): readonly string[] {
  const said = words[language]
  const { name, report, award, limits, pictures, options: given, fixed } = example
  const files = typeof report === 'string' ? { [exampleChapter]: report } : report
  return [
    '',
    `### ${name}`,
    ...(award === undefined ? [] : ['', `${said.award}${said.colon}\`${award}\``]),
    ...settingLine(said.limits, said.colon, limits),
    ...settingLine(said.pictures, said.colon, pictures),
    ...settingLine(said.settings, said.colon, given),
    ...Object.entries(files).flatMap(([file, text]) => [
      '',
      ...(typeof report === 'string' ? [] : [`\`${file}\``, '']),
      ...fenced(text, file.endsWith('.md') ? 'markdown' : 'yaml'),
    ]),
    '',
    ...(findings.length === 0
      ? [said.fine]
      : [
          `${said.raised}${said.colon.trim()}`,
          '',
          ...findings.map((finding) => findingLine(finding, language)),
        ]),
    ...(fixed === undefined ? [] : ['', said.fixed, '', ...fenced(fixed, 'markdown')]),
  ]
}

function settingLine(name: string, colon: string, value: unknown): readonly string[] {
  return value === undefined ? [] : ['', `${name}${colon}\`${JSON.stringify(value)}\``]
}

function findingLine({ place, words: wordings }: Finding, language: Language): string {
  const { message, advice } = wordings[language]
  const file = place.file === exampleChapter ? '' : `${place.file}:`
  const mend = advice === '' ? '' : `<br>${words[language].advice}${plain(advice)}`
  return `- \`${file}${place.line}:${place.column}\` ${plain(message)}${mend}`
}

/** A fence longer than any inside. */
function fenced(text: string, language: string): readonly string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}${language}`, ...text.replace(/\n+$/, '').split('\n'), fence]
}

/** A message as Markdown that shows it as it is. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, String.raw`\$&`).replaceAll('\n', '<br>')
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`
}
