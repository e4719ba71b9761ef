import { type Finding, wording } from '@ziping/diagnostics'
import { allInlines } from '@ziping/report'
import { defineFactsRule } from '../define-facts-rule.ts'
import type { Extras, FindingMakers, Rule } from '../define-rule.ts'
import type { FileView } from '../file-view.ts'
import type { Passage } from '../passage.ts'
import type { Slip } from '../rewriting.ts'
import { typographySlips, withoutNames } from '../typography-slips.ts'
import { type TypographyKind, unclearRuns } from '../typography-steps.ts'

interface Typed {
  readonly typed: string
  readonly fixed: string
}

const messages = {
  mark: wording<Typed>({
    'zh-CN': ({ typed, fixed }) => ({
      message: `中文里用了半角标点“${typed}”`,
      advice: `改为全角“${fixed}”`,
    }),
    en: ({ typed, fixed }) => ({
      message: `The half-width mark “${typed}” stands in Chinese text`,
      advice: `Use the full-width “${fixed}”`,
    }),
  }),
  bracket: wording<Typed>({
    'zh-CN': ({ typed }) => ({
      message: `中文里用了半角括号“${typed}”`,
      advice: '改为全角括号（）',
    }),
    en: ({ typed }) => ({
      message: `The half-width brackets “${typed}” stand in Chinese text`,
      advice: 'Use full-width brackets （）',
    }),
  }),
  doubled: wording<Typed>({
    'zh-CN': ({ typed, fixed }) => ({
      message: `标点重复：“${typed}”`,
      advice: `只留“${fixed}”`,
    }),
    en: ({ typed, fixed }) => ({
      message: `Punctuation is doubled: “${typed}”`,
      advice: `Keep only “${fixed}”`,
    }),
  }),
  unclear: wording<{ readonly typed: string }>({
    'zh-CN': ({ typed }) => ({
      message: `几个标点连在一起：“${typed}”`,
      advice: '看看哪一个是要的，删去其余的；也可能中间漏了字',
    }),
    en: ({ typed }) => ({
      message: `Several marks stand in a row: “${typed}”`,
      advice: 'Keep the one you mean; perhaps words between them are missing',
    }),
  }),
  ellipsis: wording<Typed>({
    'zh-CN': ({ typed }) => ({ message: `省略号写成了“${typed}”`, advice: '改为“……”' }),
    en: ({ typed }) => ({ message: `The ellipsis is typed “${typed}”`, advice: 'Use “……”' }),
  }),
  dash: wording<Typed>({
    'zh-CN': ({ typed }) => ({ message: `破折号写成了“${typed}”`, advice: '改为“——”' }),
    en: ({ typed }) => ({ message: `The dash is typed “${typed}”`, advice: 'Use “——”' }),
  }),
  width: wording<Typed>({
    'zh-CN': ({ typed, fixed }) => ({
      message: `“${typed}”是全角字母或数字`,
      advice: `改为半角“${fixed}”`,
    }),
    en: ({ typed, fixed }) => ({
      message: `“${typed}” has full-width letters or digits`,
      advice: `Type “${fixed}”`,
    }),
  }),
  spaceBefore: wording<{ readonly around: string }>({
    'zh-CN': ({ around }) => ({ message: `标点前有空格：“${around}”`, advice: '删去空格' }),
    en: ({ around }) => ({
      message: `There is a space before the mark in “${around}”`,
      advice: 'Delete it',
    }),
  }),
  spaceBetween: wording<{ readonly around: string }>({
    'zh-CN': ({ around }) => ({
      message: `汉字之间可能多了一个空格：“${around}”`,
      advice: '删去空格；要断句请用标点',
    }),
    en: ({ around }) => ({
      message: `There may be a stray space between two characters in “${around}”`,
      advice: 'Delete it, or use a mark',
    }),
  }),
}

export const typography: Rule = defineFactsRule({
  id: 'typography',
  severity: 'warning',
  source: ['DESIGN 4'],
  title: { 'zh-CN': '标点和字符不合中文排版习惯', en: 'Chinese typography' },
  why: {
    'zh-CN': '半角标点、重复标点和多余的空格印在纸上一眼可见，让人觉得稿子没有校对过。',
    en: 'Half-width marks, doubled marks and stray spaces show in print and look like a text nobody proof-read.',
  },
  messages,
  gather: (view, { finding }) => ({
    cited: [...citedIn(view)],
    found: view.passages.flatMap((passage) => {
      const caption = passage.part === 'caption' ? { caption: passage.text.trim() } : {}
      return [...slipsIn(passage, view, finding)].map((slip) => ({ ...caption, finding: slip }))
    }),
  }),
  *judge(files) {
    const cited = new Set(files.flatMap(({ facts }) => facts.cited))
    for (const { caption, finding } of files.flatMap(({ facts }) => facts.found)) {
      const { fix, ...rest } = finding
      // Changing a caption that references name by its words would cut them off.
      yield caption !== undefined && cited.has(caption) ? rest : finding
    }
  },
  examples: [
    {
      name: 'half-width marks between Chinese characters',
      report: '# 1.1 使命\n\n公司守法,诚信; 做什么?为谁做:为顾客!\n所以:',
      finds: ['3:5 mark', '3:8 mark', '3:13 mark', '3:17 mark', '3:21 mark', '4:3 mark'],
      fixed: '# 1.1 使命\n\n公司守法，诚信；做什么？为谁做：为顾客！\n所以：',
    },
    {
      name: 'a mark between a figure and Chinese',
      report: '# 1.1 使命\n\n增长13.4%,高于ERP,年均。2019年,2020年。',
      finds: ['3:8 mark', '3:14 mark', '3:23 mark'],
      fixed: '# 1.1 使命\n\n增长13.4%，高于ERP，年均。2019年，2020年。',
    },
    {
      name: 'times, ratios, numbers and addresses are no prose',
      report:
        '# 1.1 使命\n\n10:30开会，比例3:1，1,200万元，时间:2024年，见https://a.cn/质,量 和`质,量`，[质量](a,b)，a,b。',
      finds: [],
    },
    {
      name: 'brackets around Chinese, and of unlike width',
      report: '# 1.1 使命\n\n公司(以下简称本厂)的产值(万元）和小组(QC)。',
      finds: ['3:3 bracket', '3:14 bracket', '3:21 bracket'],
      fixed: '# 1.1 使命\n\n公司（以下简称本厂）的产值（万元）和小组（QC）。',
    },
    {
      name: 'brackets of labels and formulas',
      report: '# 1.1 使命\n\n(1) 使命\n\na) 方向：利润率=(收入-成本)/收入，f(x)，Y(t)。',
      finds: [],
    },
    {
      name: 'doubled marks',
      report: '# 1.1 使命\n\n公司守法，，诚信、、求新，。再创新。。',
      finds: ['3:5 doubled', '3:9 doubled', '3:13 doubled', '3:18 doubled'],
      fixed: '# 1.1 使命\n\n公司守法，诚信、求新。再创新。',
    },
    { name: 'marks in a row', report: '# 1.1 使命\n\n公司守法。，诚信。', finds: ['3:5 unclear'] },
    {
      name: 'dots and hyphens',
      report: '# 1.1 使命\n\n质量、服务...都是使命--为顾客，等等。。。',
      finds: ['3:6 ellipsis', '3:13 dash', '3:21 doubled'],
      fixed: '# 1.1 使命\n\n质量、服务……都是使命——为顾客，等等……',
    },
    {
      name: 'proper dots and dashes, and those of other languages',
      report: '# 1.1 使命\n\n质量……使命——顾客，2017—2019年，1...n，a--b。',
      finds: [],
    },
    {
      name: 'full-width letters and digits',
      report: '# 1.1 使命\n\n通过ＩＳＯ９００１认证，合格率９５．３％。',
      finds: ['3:3 width', '3:16 width'],
      fixed: '# 1.1 使命\n\n通过ISO9001认证，合格率95.3％。',
    },
    {
      name: 'spaces',
      report: '# 1.1 使命\n\n公司导入 卓越绩效 。全体员工参加了质量 管理培训。',
      finds: ['3:5 spaceBetween', '3:10 spaceBefore', '3:21 spaceBetween'],
      fixed: '# 1.1 使命\n\n公司导入卓越绩效。全体员工参加了质量管理培训。',
    },
    {
      name: 'spaces that part',
      report:
        '# 1.1 使命\n\n## 第一节 使命的由来\n\n使命 愿景 价值观。通过 ISO 9001 认证。\n\n| 项 目 | 内 容 |\n| - | - |\n| 董事长 张三 | 好 |',
      finds: [],
    },
    {
      name: 'a caption that is cited by its words is left to its author',
      report:
        '# 1.1 使命\n\n表：产值(万元)\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n见[表](#产值(万元))。',
      finds: ['3:5 bracket'],
      fixed:
        '# 1.1 使命\n\n表：产值(万元)\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n见[表](#产值(万元))。',
    },
  ],
})

function* slipsIn(
  passage: Passage,
  view: FileView,
  finding: FindingMakers<typeof messages>,
): Generator<Finding> {
  const extras = view.about(passage.block)
  for (const slip of typographySlips(passage, view.kept)) {
    if (!isTyped(passage, slip)) continue
    const [first] = slip.changes
    const last = slip.changes.at(-1)
    if (first === undefined || last === undefined) continue
    const { start } = first
    const place = passage.place(start, last.end)
    const more = { ...extras, ...fixOf(passage, slip) }
    const typed = passage.text.slice(start, last.end)
    const fixed = fixedText(passage, slip)
    const around = passage.text.slice(Math.max(0, start - 4), last.end + 4)
    const { kind } = slip
    if (kind === 'spaceBefore') yield finding.spaceBefore(place, { around }, more)
    else if (kind === 'spaceBetween')
      yield finding.spaceBetween(place, { around }, { ...more, severity: 'info' })
    else yield finding[kind](place, { typed: typed.trimEnd(), fixed }, more)
  }
  for (const { start, end } of unclearRuns(withoutNames(passage, view.kept)))
    if (passage.offset(start) !== undefined)
      yield finding.unclear(
        passage.place(start, end),
        { typed: passage.text.slice(start, end) },
        extras,
      )
}

/** Every changed character is the author's own: what printing puts in is not. */
function isTyped(passage: Passage, { changes }: Slip<TypographyKind>): boolean {
  return changes.every(({ start }) => passage.offset(start) !== undefined)
}

function fixOf(passage: Passage, { kind, changes }: Slip<TypographyKind>): Pick<Extras, 'fix'> {
  const edits = changes.flatMap(({ start, end, text }) => passage.edit(start, end, text) ?? [])
  if (edits.length < changes.length) return {}
  // At the start of a line `１. ` would become a list.
  const risky =
    kind === 'width' &&
    changes.some(
      ({ start, end }) => passage.startsLine(start) && /^[.)]/.test(passage.text.slice(end)),
    )
  return risky ? {} : { fix: edits }
}

function fixedText(passage: Passage, { changes }: Slip<TypographyKind>): string {
  let text = ''
  let at = changes[0]?.start ?? 0
  for (const change of changes) {
    text += passage.text.slice(at, change.start) + change.text
    at = change.end
  }
  return text
}

/** What references name: labels, and captions by their words. */
function* citedIn({ passages }: FileView): Generator<string> {
  for (const { inlines } of passages)
    for (const inline of allInlines(inlines)) if (inline.kind === 'reference') yield* inline.targets
}
