import { isSpecified } from '@ziping/award'
import { wording } from '@ziping/diagnostics'
import { defineRule, type Rule } from '../define-rule.ts'
import { deadlineOf } from '../subject.ts'

export const deadlinePassed: Rule = defineRule({
  id: 'deadline-passed',
  severity: 'error',
  source: ['L-54'],
  title: { 'zh-CN': '报送日期晚于截止日期', en: 'Filed after the deadline' },
  why: {
    'zh-CN':
      '申报期截止后，受理机构不再接收申报材料，也不接收补充和更改。比较的是 ziping.yaml 的 filed 与截止日期，不看今天是哪天。',
    en: 'After the deadline nothing is accepted, neither applications nor corrections. “filed” of ziping.yaml is compared with it; today plays no part.',
  },
  messages: {
    late: wording<{
      readonly filed: string
      readonly deadline: string
      readonly days: number
      readonly hard: boolean
    }>({
      'zh-CN': ({ filed, deadline, days, hard }) => ({
        message: `报送日期 ${filed} 晚于截止日期 ${deadline}，迟了 ${days} 天${hard ? '，逾期不予受理' : ''}`,
        advice: '提前报送并改正 filed；受理机构另行通知了截止日期的，写在 ziping.yaml 的 deadline',
      }),
      en: ({ filed, deadline, days, hard }) => ({
        message: `Filed on ${filed}, ${days} ${days === 1 ? 'day' : 'days'} after the deadline of ${deadline}${hard ? '; nothing is accepted any more' : ''}`,
        advice:
          'File earlier and correct “filed”; a deadline told otherwise goes into “deadline” of ziping.yaml',
      }),
    }),
    far: wording<{ readonly filed: string; readonly year: number }>({
      'zh-CN': ({ filed, year }) => ({
        message: `报送日期 ${filed} 与本奖项的年度 ${year} 相差太远`,
        advice:
          '核对 filed 的年份；确是别的年度的申报，改写 ziping.yaml 的 year 或换用那一年的奖项方案',
      }),
      en: ({ filed, year }) => ({
        message: `Filed on ${filed}, far from ${year}, the year of this award`,
        advice: 'Check the year of “filed”; for another year set “year” or take that year’s award',
      }),
    }),
  },
  *check({ award, workspace, year }, finding) {
    const { config, configFile } = workspace
    const { filed } = config
    const deadline = deadlineOf(workspace, award)
    if (filed === undefined) return
    const isFar = year !== undefined && Math.abs(Number(filed.slice(0, 4)) - year) > 1
    if (isFar && (deadline === undefined || filed <= deadline))
      yield finding.far(configFile.placeOf(['filed']), { filed, year }, { severity: 'warning' })
    if (deadline === undefined) return
    const days = Math.round((Date.parse(filed) - Date.parse(deadline)) / 86_400_000)
    if (!(days > 0)) return
    const hard = isSpecified(award.schedule) && award.schedule.hardClose === true
    yield finding.late(configFile.placeOf(['filed']), { filed, deadline, days, hard })
  },
  examples: [
    {
      name: 'filed on the last day',
      report: { 'ziping.yaml': 'award: demo\nyear: 2024\nfiled: 2024-08-31\n' },
      finds: [],
    },
    {
      name: 'the office has put the deadline off',
      report: {
        'ziping.yaml': 'award: demo\nyear: 2024\nfiled: 2024-09-05\ndeadline: 2024-09-10\n',
      },
      finds: [],
    },
    {
      name: 'years before the award',
      report: { 'ziping.yaml': 'award: demo\nyear: 2024\nfiled: 2014-08-30\n' },
      finds: ['ziping.yaml:3:8 far'],
    },
    {
      name: 'a day late',
      report: { 'ziping.yaml': 'award: demo\nyear: 2024\nfiled: 2024-09-01\n' },
      finds: ['ziping.yaml:3:8 late'],
    },
  ],
})
