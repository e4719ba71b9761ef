import { parentsOf } from '@ziping/award'
import { type Place, wording } from '@ziping/diagnostics'
import { type Block, countCharacters, type Report } from '@ziping/report'
import type { Resolver } from '@ziping/resolve'
import { defineRule, type Rule } from '../define-rule.ts'

export const textWall: Rule = defineRule({
  id: 'text-wall',
  severity: 'warning',
  source: ['L-17'],
  title: { 'zh-CN': '长篇文字没有图表', en: 'A long text without table, figure or list' },
  why: {
    'zh-CN':
      '“报告通篇过多的文字叙述，缺乏能够反映管理体系、机制、实施过程的系统图、照片或图表等”是评审指出的通病：大段文字里的亮点，评审员看不见。',
    en: 'Reviewers complain of reports that are all text: what stands out gets lost without tables and figures.',
  },
  options: {
    most: {
      usual: 1500,
      help: {
        'zh-CN': '连续多少字没有图、表或列表就提醒',
        en: 'From how many 字 without table, figure or list on to say so',
      },
    },
  },
  messages: {
    wall: wording<{ readonly count: number; readonly most: number; readonly last: number }>({
      'zh-CN': ({ count, most, last }) => ({
        message: `从这里到第${last}行，连续${count}字没有图、表或列表（超过${most}字）`,
        advice: '把做法画成流程图，把几项并列的内容改成表或列表，把数据列成表',
      }),
      en: ({ count, most, last }) => ({
        message: `From here to line ${last} there are ${count} 字 without table, figure or list (more than ${most})`,
        advice:
          'Draw the procedure, put parallel items into a table or list, and figures into a table',
      }),
    }),
    chapter: wording<{ readonly count: number; readonly most: number; readonly last: number }>({
      'zh-CN': ({ count, most, last }) => ({
        message: `从这里到第${last}行的几个条款，连续${count}字没有图、表或列表（超过${most}字）`,
        advice: '这一章至少配一张系统图或汇总表，让评审员一眼看到做法的全貌',
      }),
      en: ({ count, most, last }) => ({
        message: `The clauses from here to line ${last} have ${count} 字 without table, figure or list (more than ${most})`,
        advice: 'Give the chapter at least one diagram or summary table',
      }),
    }),
  },
  *check({ report, resolver, numberOption }, finding) {
    const most = numberOption('most')
    const opened = openedBy(report)
    for (const { kind, parsed } of report.documents) {
      if (kind === 'field') continue
      for (const { from, to, count, clauses } of runsIn(parsed.blocks, opened, resolver)) {
        if (count <= most) continue
        const longest = clauses.find((one) => one.count > most)
        if (longest !== undefined)
          yield finding.wall(longest.from, {
            count: longest.count,
            most,
            last: longest.to.endLine,
          })
        else
          yield finding.chapter(
            from,
            { count, most, last: to.endLine },
            { severity: 'info', atMost: 'info' },
          )
      }
    }
  },
  examples: [
    {
      name: 'page after page of text',
      report: `# 1.1 使命\n\n${`${'使'.repeat(501)}\n\n`.repeat(3)}`,
      finds: ['3:1 wall'],
    },
    {
      name: 'subheadings make no difference',
      report: `# 1.1 使命\n\n${'使'.repeat(800)}\n\n## 传达\n\n${'传'.repeat(701)}\n`,
      finds: ['3:1 wall'],
    },
    {
      name: 'short clauses, but a chapter of nothing else',
      report: `# 1 领导\n\n## 1.1 使命\n\n${'使'.repeat(900)}\n\n## 1.2 责任\n\n${'责'.repeat(900)}\n`,
      finds: ['5:1 chapter'],
    },
    {
      name: 'near miss: exactly 1500 字',
      report: `# 1.1 使命\n\n${`${'使'.repeat(500)}\n\n`.repeat(3)}`,
      finds: [],
    },
    {
      name: 'near miss: a list in between',
      report: `# 1.1 使命\n\n${'使'.repeat(900)}\n\n- 讨论\n- 确定\n\n${'命'.repeat(900)}\n`,
      finds: [],
    },
    {
      name: 'near miss: the next chapter begins anew',
      report: `# 1.1 使命\n\n${'使'.repeat(900)}\n\n# 7.1 成绩\n\n${'成'.repeat(900)}\n`,
      finds: [],
    },
  ],
})

interface Stretch {
  readonly from: Place
  to: Place
  count: number
}

/** Text without table, figure or list: through a chapter, and clause by clause within it. */
interface Run extends Stretch {
  readonly clauses: Stretch[]
}

function runsIn(
  blocks: readonly Block[],
  opened: ReadonlyMap<Block, 'chapter' | 'clause'>,
  resolver: Resolver,
): readonly Run[] {
  const runs: Run[] = []
  let run: Run | undefined
  let part: Stretch | undefined
  for (const block of flat(blocks)) {
    const opens = opened.get(block)
    if (breaks(block) || opens === 'chapter') run = undefined
    if (run === undefined || opens === 'clause') part = undefined
    if (block.kind !== 'paragraph') continue
    const { characters: count } = countCharacters(resolver.printed(block.content))
    const stretch = { from: block.place, to: block.place, count: 0 }
    if (run === undefined) {
      run = { ...stretch, clauses: [] }
      runs.push(run)
    }
    if (part === undefined) {
      part = { ...stretch }
      run.clauses.push(part)
    }
    for (const one of [run, part]) {
      one.count += count
      one.to = block.place
    }
  }
  return runs
}

/** Boxes and quotes are text like the rest; what lies in a list is a list. */
function* flat(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    if (block.kind === 'box' || block.kind === 'quote' || block.kind === 'landscape')
      yield* flat(block.blocks)
    else yield block
  }
}

function breaks({ kind }: Block): boolean {
  return (
    kind === 'list' ||
    kind === 'table' ||
    kind === 'indicator-table' ||
    kind === 'figure' ||
    kind === 'chart' ||
    kind === 'diagram' ||
    kind === 'formula'
  )
}

/** The headings that open a clause, and those with which another chapter begins. */
function openedBy({ award, sections }: Report): ReadonlyMap<Block, 'chapter' | 'clause'> {
  const opened = new Map<Block, 'chapter' | 'clause'>()
  let current: string | undefined
  for (const { clause, heading } of sections) {
    const chapter = (parentsOf(award.clauses, clause.id)[0] ?? clause).id
    opened.set(heading, chapter === current ? 'clause' : 'chapter')
    current = chapter
  }
  return opened
}
