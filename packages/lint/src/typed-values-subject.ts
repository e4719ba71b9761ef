import { timePattern } from './typed-values-times.ts'

/** Whose values a passage tells: which words in front of an indicator's name leave it the applicant's own. */
export interface OwnSubject {
  /** Equal where kind and names are. */
  readonly key: string
  /** The words between the start of a clause and an indicator's name say nothing but when and whose. */
  readonly leads: (prefix: string) => boolean
  /** The clause begins with somebody else, or with an aim. */
  readonly foreign: (clause: string) => boolean
}

const linking =
  '其中|此外|同时|另外|而且|而|且|并|但|至此|(?:经)?第三方(?:测评|调查|评价|评估)?的?|表明|显示|可见|[图表]中|[图表]|全年|年度|整体|总体|实际|实现|完成|拥有|持有|(?:近|过去)?三年(?:来|间)?|当年|同年|年末|年底|共|已|其|的|和|与|及|\\s'
const usual =
  '公司|本公司|我公司|我们|我司|企业|本企业|我企业|组织|本组织|集团|本集团|全公司|全集团'
const ofPersons = '我|本人|个人|部门|本部门|团队|所在部门'
const ofProjects = '项目|本项目|中心|本中心'

const others =
  '竞争对手|对手|标杆|同行|同业|行业|业内|均值|平均值|平均水平|同类|国际先进|国内先进|其他企业|友商|第一位|最优'
const foreignStart = new RegExp(
  `^(?:${timePattern}|其中|同期|同年|当年|而|但|且|，|\\s)*(?:[^，。；：]{0,8})(?:${others})`,
)
const times = new RegExp(timePattern, 'g')
const prepositions = /[与比和较距离对跟同于过到出]/
const aims =
  /目标|计划|预算|预测|预计|规划|力争|争取|要求|确保|拟|考核值|指标值|承诺|控制线|红线|标准值|愿景/

export function ownSubject(
  kind: 'organization' | 'person' | 'project',
  names: readonly string[],
): OwnSubject {
  const own = [
    usual,
    ...(kind === 'person' ? [ofPersons] : []),
    ...(kind === 'project' ? [ofProjects] : []),
    ...names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')),
  ].join('|')
  const lead = new RegExp(`^(?:${timePattern}|${linking}|${own})*$`)
  return {
    key: own,
    leads: (prefix) => prefix.length <= 60 && lead.test(prefix),
    foreign: (clause) => {
      if (aims.test(clause)) return true
      const start = foreignStart.exec(clause)
      return start !== null && !prepositions.test(start[0].replace(times, ''))
    },
  }
}
