import { listAwards, loadAward } from '@ziping/award'
import { DataFile } from '@ziping/report'
import { describe, expect, it } from 'vitest'
import { defineRule, type Example, type Rule } from './define-rule.ts'
import { exampleSubject } from './example-subject.ts'
import { lintReport } from './lint-report.ts'
import { rules } from './rules/index.ts'
import { settingFindings } from './setting-findings.ts'
import { type RuleSetting, readOption, readSetting, settleRules } from './settings.ts'

const src = { certainty: 'external', doc: 'test' } as const

const example: Rule = defineRule({
  id: 'example',
  severity: 'warning',
  title: { 'zh-CN': '例', en: 'e.g.' },
  why: { 'zh-CN': '例', en: 'e.g.' },
  source: [],
  options: {
    most: { usual: 120, help: { 'zh-CN': '最多', en: 'most' } },
    words: { usual: ['一'], help: { 'zh-CN': '词', en: 'words' } },
    strict: { usual: false, help: { 'zh-CN': '严', en: 'strict' } },
  },
  messages: {},
  examples: [],
  check: () => [],
})

function settled(
  ...layers: Parameters<typeof settleRules> extends [unknown, ...infer Rest] ? Rest : never
): RuleSetting {
  const [setting] = settleRules([example], ...layers)
  if (setting === undefined) throw new Error('no setting')
  return setting
}

describe('settleRules', () => {
  it('lets the award decide first, then the workspace, then the command line', () => {
    const award = { rules: { example: { severity: 'info', src } } } as const
    expect(settled({ rules: {} }, {}, {})).toMatchObject({ severity: 'warning', setBy: 'rule' })
    expect(settled(award, {}, {})).toMatchObject({ severity: 'info', setBy: 'award' })
    expect(settled(award, { example: 'error' }, {})).toMatchObject({
      severity: 'error',
      setBy: 'workspace',
    })
    expect(settled(award, { example: 'error' }, { example: 'off' })).toMatchObject({
      severity: 'off',
      setBy: 'command',
    })
  })

  it('keeps every parameter with whoever gave it, lists included', () => {
    const award = { rules: { example: { options: { most: 90, words: ['甲', '乙'] }, src } } }
    const { parameters, parametersSetBy } = settled(
      award,
      { example: { options: { most: 80 } } },
      {},
    )
    expect(parameters).toEqual({ most: 80, words: ['甲', '乙'], strict: false })
    expect(parametersSetBy).toEqual({ most: 'workspace', words: 'award', strict: 'rule' })
  })

  it('takes nothing from a value of another kind, and nothing that is not its own', () => {
    const given = { example: { severity: 'loud', options: { most: '80', strict: 1, words: [[]] } } }
    expect(settled({ rules: {} }, given, {})).toMatchObject({
      severity: 'warning',
      setBy: 'rule',
      parameters: { most: 120, words: ['一'], strict: false },
    })
    const odd = { ...example, id: 'constructor' }
    expect(settleRules([odd], { rules: {} }, {}, {})[0]?.setBy).toBe('rule')
  })

  it('reads a single word as a list of one', () => {
    expect(readOption(['一'], '二')).toEqual(['二'])
    expect(readOption(['一'], [2019])).toEqual(['2019'])
    expect(readOption(['一'], null)).toBeUndefined()
  })
})

describe('settingFindings', () => {
  const found = (text: string, teamRulesUnknown = false): readonly string[] =>
    settingFindings(new DataFile('ziping.yaml', text), [...rules, example], {
      teamRulesUnknown,
    }).map(
      ({ place, messageId, words }) =>
        `${place.line}:${place.column} ${messageId} ${words['zh-CN'].advice}`,
    )

  it('has nothing against what does something', () => {
    const text =
      'rules:\n  example: { severity: off, options: { most: 3, words: 词 } }\n  clause-missing: error\n'
    expect(found(text)).toEqual([])
    expect(found('')).toEqual([])
    expect(found('rules: 3\n')).toEqual([])
  })

  it('names the rule, the option or the value that is meant', () => {
    expect(found('rules:\n  clause-mising: off\n  nonsense-of-mine: off\n')).toEqual([
      '2:3 unknown-rule 是不是“clause-missing”？',
      '3:3 unknown-rule 用 ziping rules 查看全部规则',
    ])
    expect(found('rules:\n  example:\n    options:\n      mots: 3\n      most: 多\n')).toEqual([
      '4:7 unknown-option 是不是“most”？',
      '5:13 wrong-option 例如 most: 120',
    ])
    expect(found('rules: { clause-missing: { options: { most: 3 } } }\n')).toEqual([
      '1:39 unknown-option 这条规则没有参数，删去 options',
    ])
  })

  it('leaves a team’s rules alone only where they were not run', () => {
    expect(found('rules: { team-one: off }\n', true)).toEqual([])
    expect(found('rules: { team-one: off }\n')).toHaveLength(1)
    expect(found('rules: { clause-mising: off }\n', true)).toHaveLength(1)
  })
})

describe('the awards', async () => {
  const awards = await Promise.all((await listAwards()).map(({ id }) => loadAward(id)))

  it.each(awards)('$id sets rules and options that there are', (award) => {
    for (const [id, given] of Object.entries(award.rules)) {
      const rule = rules.find((candidate) => candidate.id === id)
      expect(rule, id).toBeDefined()
      for (const [name, value] of Object.entries(readSetting(given).options)) {
        const usual = rule?.options?.[name]?.usual
        expect(usual === undefined ? undefined : readOption(usual, value), `${id} ${name}`).toEqual(
          value,
        )
      }
    }
  })
})

/** The workspace’s setting of one rule, and the severities of what the rule finds then. */
async function severities(
  id: string,
  report: Example['report'],
  set?: string,
): Promise<readonly string[]> {
  const rule = rules.find((candidate) => candidate.id === id)
  if (rule === undefined) throw new Error(id)
  const subject = await exampleSubject(rule, { name: id, report, finds: [] })
  const given = set === undefined ? {} : { [id]: set }
  const settings = settleRules([rule], { rules: {} }, given, {})
  return lintReport(subject, settings).map(({ messageId, severity }) => `${messageId} ${severity}`)
}

describe('a setting', () => {
  const brackets = '# 1.1 使命\n\n<ERP>系统，<div>使命'

  it('leaves weaker signs as weak as they are', async () => {
    expect(await severities('html-as-text', brackets)).toEqual(['brackets info', 'tag warning'])
    for (const set of ['warning', 'error'])
      expect(await severities('html-as-text', brackets, set)).toEqual([
        'brackets info',
        `tag ${set}`,
      ])
    expect(await severities('html-as-text', brackets, 'info')).toEqual([
      'brackets info',
      'tag info',
    ])
  })

  it('says how much is asked where the award asks for little', async () => {
    const report = '# 7.1 成绩\n\n2019年新增客户96家。'
    expect(await severities('result-without-series', report)).toEqual(['noSeries error'])
    expect(await severities('result-without-series', report, 'info')).toEqual(['noSeries info'])
  })

  it('holds for waivers, too', async () => {
    const report = '# 1.1 使命\n\n<!-- ziping-忽略 sentence-long: 原话 -->\n\n使命。'
    expect(await severities('waiver-unused', report)).toEqual(['unused warning'])
    expect(await severities('waiver-unused', report, 'error')).toEqual(['unused error'])
    expect(await severities('waiver-unused', report, 'off')).toEqual([])
  })

  it('holds for what was found while reading', async () => {
    const config = { 'ziping.yaml': 'award: demo\nyear: 2024\nyaer: 2024\n' }
    expect(await severities('workspace-invalid', config)).toEqual(['unknown-key error'])
    expect(await severities('workspace-invalid', config, 'warning')).toEqual([
      'unknown-key warning',
    ])
  })
})
