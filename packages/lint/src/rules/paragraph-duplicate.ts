import { type Place, showPlace, wording } from '@ziping/diagnostics'
import type { DocumentKind } from '@ziping/report'
import { defineFactsRule, type GatheredFile } from '../define-facts-rule.ts'
import type { Rule } from '../define-rule.ts'
import type { FileView } from '../file-view.ts'
import { paragraphsIn } from '../paragraphs.ts'
import { bareText, shinglesOf } from '../shingles.ts'

const size = 8

export const paragraphDuplicate: Rule = defineFactsRule({
  id: 'paragraph-duplicate',
  severity: 'warning',
  source: ['L-15'],
  title: { 'zh-CN': '段落重复', en: 'A paragraph stands twice' },
  why: {
    'zh-CN':
      '同一段话出现两次，一是占篇幅，二是日后只改一处就会前后矛盾；评审员还会认为在凑字数。“各条中有关说明的内容也可互相引用”。',
    en: 'A passage repeated costs length, drifts apart when one copy is changed, and looks like padding; clauses may refer to each other.',
  },
  options: {
    least: {
      usual: 60,
      help: {
        'zh-CN': '多少字以上的段落才比较（不计标点）',
        en: 'From how many characters on paragraphs are compared (without punctuation)',
      },
    },
    percent: {
      usual: 80,
      help: {
        'zh-CN': '相同的文字占百分之几以上算重复',
        en: 'From what share of equal text on a paragraph is a repetition',
      },
    },
  },
  messages: {
    again: wording<{ readonly first: Place; readonly percent: number }>({
      'zh-CN': ({ first, percent }) => ({
        message: `这一段与${showPlace(first)}${percent >= 99 ? '重复' : `有约${percent}%的文字相同，可能重复`}`,
        advice: '只在一处写，另一处用“见[条](#条款号)”引过去；两处各有侧重的，各写各的内容',
      }),
      en: ({ first, percent }) => ({
        message: `This paragraph ${percent >= 99 ? 'repeats' : `shares about ${percent}% with`} ${showPlace(first)}`,
        advice:
          'Write it once and refer to it with “见[条](#clause)”, or keep to what is special here',
      }),
    }),
  },
  gather: (view, { options }) => [...paragraphsOf(view, options.numberOption('least'))],
  *judge(files, { numberOption }, finding) {
    const share = numberOption('percent') / 100
    const owners = new Map<number, Passage>()
    for (const passage of files.flatMap(passagesOf)) {
      const nearest = nearestOf(passage, owners)
      if (nearest !== undefined && nearest.share >= share) {
        const { kind, place } = nearest.passage
        const percent = Math.round(nearest.share * 100)
        yield finding.again(
          passage.place,
          { first: place, percent },
          {
            related: [{ place, words: { 'zh-CN': '前一处', en: 'the first one' } }],
            // The form and the overview may sum up what the report says.
            ...(kind === passage.kind ? {} : { severity: 'info', atMost: 'info' }),
          },
        )
      }
      for (const mark of passage.marks) if (!owners.has(mark)) owners.set(mark, passage)
    }
  },
  clauses: ['1.1 使命', '1.2 责任'],
  examples: [
    {
      name: 'the same paragraph under two clauses',
      report:
        '# 1.1 使命\n\n2019年3月公司修订使命和愿景，十二个部门分别召开讨论会，收回问卷八百七十六份，形成三条修改意见，经职工代表大会通过后写入公司章程并向供方通报。\n\n# 1.2 责任\n\n2019年3月公司修订使命和愿景，十二个部门分别召开讨论会，收回问卷八百七十六份，形成三条修改意见，经职工代表大会通过后写入公司章程并向供方通报。\n',
      finds: ['7:1 again'],
    },
    {
      name: 'a few words changed, in another document',
      report: {
        'overview.md':
          '2019年3月公司修订使命和愿景，十二个部门分别召开讨论会，收回问卷八百七十六份，形成三条修改意见，经职工代表大会通过后写入公司章程并向供方通报。\n',
        'report/1.md':
          '# 1.1 使命\n\n2019年3月公司修订使命和愿景，十二个部门分别召开讨论会，收回问卷八百七十六份，形成三条修改意见，经职工代表大会审议后写入公司章程并向供方通报。\n',
      },
      finds: ['3:1 again'],
    },
    {
      name: 'near miss: short set phrases',
      report:
        '# 1.1 使命\n\n公司实行“三同织造”质量管理模式，结果见7.1。\n\n# 1.2 责任\n\n公司实行“三同织造”质量管理模式，结果见7.1。\n',
      finds: [],
    },
    {
      name: 'near miss: a quotation',
      report:
        '# 1.1 使命\n\n2019年3月公司修订使命和愿景，十二个部门分别召开讨论会，收回问卷八百七十六份，形成三条修改意见，经职工代表大会通过后写入公司章程并向供方通报。\n\n# 1.2 责任\n\n> 2019年3月公司修订使命和愿景，十二个部门分别召开讨论会，收回问卷八百七十六份，形成三条修改意见，经职工代表大会通过后写入公司章程并向供方通报。\n',
      finds: [],
    },
  ],
})

interface Passage extends Cut {
  readonly kind: DocumentKind
  readonly place: Place
}

interface Cut {
  readonly shingles: readonly number[]
  /** About every fourth of them, enough to find a copy by: one in 100,000 shares none. */
  readonly marks: readonly number[]
}

/** A paragraph as copies are compared. */
interface Bare {
  readonly place: Place
  readonly text: string
}

function* paragraphsOf(view: FileView, least: number): Generator<Bare> {
  for (const { content, place } of paragraphsIn(view.document.parsed.blocks)) {
    const text = bareText(view.printed(content))
    if (text.length >= least) yield { place, text }
  }
}

/** Facts that have not changed are the same objects, and so are their shingles. */
const known = new WeakMap<Bare, Cut>()

function passagesOf({ kind, facts }: GatheredFile<readonly Bare[]>): readonly Passage[] {
  return facts.map((bare) => {
    const cut = known.get(bare) ?? cutUp(bare.text)
    known.set(bare, cut)
    return { kind, place: bare.place, ...cut }
  })
}

function cutUp(text: string): Cut {
  const shingles = shinglesOf(text, size)
  return { shingles, marks: shingles.filter((shingle) => ((shingle >>> 16) & 3) === 0) }
}

/** The earlier passage that shares most of the shorter one’s text. */
function nearestOf(
  { shingles, marks }: Passage,
  owners: ReadonlyMap<number, Passage>,
): { readonly passage: Passage; readonly share: number } | undefined {
  const candidates = new Set(marks.map((mark) => owners.get(mark)))
  let nearest: { readonly passage: Passage; readonly share: number } | undefined
  for (const passage of candidates) {
    if (passage === undefined) continue
    const there = new Set(passage.shingles)
    const count = shingles.filter((shingle) => there.has(shingle)).length
    const share = Math.min(1, count / Math.min(shingles.length, passage.shingles.length))
    if (nearest === undefined || share > nearest.share) nearest = { passage, share }
  }
  return nearest
}
