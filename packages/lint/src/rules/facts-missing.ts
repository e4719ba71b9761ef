import { type Clause, clauseHeading } from '@ziping/award'
import { wording } from '@ziping/diagnostics'
import { allBlocks } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'
import { answeredClauses, type WrittenClause } from '../written-clauses.ts'

/** Numbers that only count items: `（1）`, `1.`, `2）` at the start of a line. */
const itemNumbers = /[（(]\s*\d{1,2}\s*[)）]|^\s*\d{1,2}\s*[.、．)）]/gmu

const fact =
  /\d+(?:[.,:：/-]\d+)*|[一二三四五六七八九十百千万亿两]+(?:余|多)?(?:年|月|日|人|名|家|项|次|件|台|套|场|万|亿|元|吨|份|篇|成)|百分之|翻[一两]番|第[一二三四五六七八九十]+名/gu

export const factsMissing: Rule = defineRule({
  id: 'facts-missing',
  severity: 'warning',
  source: ['L-07', 'L-47'],
  title: { 'zh-CN': '没有事实和数据', en: 'No facts or figures' },
  why: {
    'zh-CN':
      '通知要求“用事实和数据”说明。通篇只有“不断完善”“大力推进”，评审员没有可核的东西，只能按最低一档给分。',
    en: 'The notice wants facts and figures; where nothing can be checked, little can be credited.',
  },
  options: {
    perCharacters: {
      usual: 400,
      help: {
        'zh-CN': '平均多少字没有一个数字、年份或引用就提示；0表示不提示',
        en: 'Say so when there is less than one fact per this many 字; 0 says nothing',
      },
    },
  },
  messages: {
    none: wording<{ readonly clause: Clause; readonly count: number }>({
      'zh-CN': ({ clause, count }) => ({
        message: `条款“${clauseHeading(clause)}”写了${count}字，没有一个数字、日期或引用的材料`,
        advice: '写明哪年开始、覆盖多少部门和人、效果从多少到多少，并引用图表或证实性材料',
      }),
      en: ({ clause, count }) => ({
        message: `Clause “${clauseHeading(clause)}” has ${count} 字 without a single figure, date or reference`,
        advice:
          'Say since when, how many take part, from what to what it went; refer to tables or evidence',
      }),
    }),
    few: wording<{ readonly clause: Clause; readonly count: number; readonly facts: number }>({
      'zh-CN': ({ clause, count, facts }) => ({
        message: `条款“${clauseHeading(clause)}”${count}字里只有${facts}处数字、日期或引用，可能偏少`,
        advice: '给主要的做法补上时间、范围和效果的数据',
      }),
      en: ({ clause, count, facts }) => ({
        message: `Clause “${clauseHeading(clause)}” has ${facts} figures, dates or references in ${count} 字; that may be few`,
        advice: 'Add time, extent and effect to the main practices',
      }),
    }),
  },
  *check(context, finding) {
    const perCharacters = context.numberOption('perCharacters')
    for (const written of answeredClauses(context)) {
      const { clause, section, coverage } = written
      if (clause.kind !== 'process' && clause.kind !== 'result') continue
      const { count } = coverage
      const facts = countFacts(written)
      if (facts === 0) yield finding.none(section.place, { clause, count }, { clause })
      else if (perCharacters > 0 && facts * perCharacters < count)
        yield finding.few(
          section.place,
          { clause, count, facts },
          { clause, severity: 'info', atMost: 'info' },
        )
    }
  },
  clauses: ['1.1 使命', '7.1 成绩'],
  examples: [
    {
      name: 'nothing that could be checked',
      report:
        '# 1.1 使命\n\n公司高度重视使命建设，不断完善制度，大力推进宣贯，全体员工普遍认同，效果显著。\n',
      finds: ['1:1 none'],
    },
    {
      name: 'numbers that only count the items',
      report:
        '# 1.1 使命\n\n公司从以下方面推进使命建设：（1）加强宣贯；（2）完善制度；（3）树立典型。\n',
      finds: ['1:1 none'],
    },
    {
      name: 'one year in a long text',
      report: `# 1.1 使命\n\n2019年起，${'公司高度重视使命建设，不断完善各项制度。'.repeat(22)}\n`,
      finds: ['1:1 few'],
    },
    {
      name: 'near miss: a reference to evidence',
      report: {
        'report/1.md': '# 1.1 使命\n\n公司使命由全体员工讨论，记录见[证](#minutes)。\n',
        'evidence/evidence.yaml': 'minutes: { title: 讨论记录, file: minutes.pdf }\n',
      },
      finds: [],
    },
    {
      name: 'near miss: figures in words',
      report: '# 1.1 使命\n\n公司使命由十二名员工代表讨论，每年两次，次年满意率提高近一成。\n',
      finds: [],
    },
    {
      name: 'near miss: a diagram',
      report:
        '# 1.1 使命\n\n公司使命的确定过程如下图。\n\n图：使命的确定\n\n```mermaid\nflowchart LR\n  A["讨论"] --> B["确定"]\n```\n',
      finds: [],
    },
  ],
})

function countFacts({ text, sections }: WrittenClause): number {
  const inText = text.replace(itemNumbers, '').match(fact)?.length ?? 0
  if (inText > 0) return inText
  return sections
    .flatMap(({ blocks }) => [...allBlocks(blocks)])
    .filter(({ kind }) => kind === 'figure' || kind === 'chart' || kind === 'diagram').length
}
