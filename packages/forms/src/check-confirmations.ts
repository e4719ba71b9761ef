import { type Award, isDay, isSpecified } from '@ziping/award'
import { declareUnder, type Finding, type FindingMaker, nearest } from '@ziping/diagnostics'
import type { Workspace } from '@ziping/report'

interface Named {
  readonly id: string
}

const declare = declareUnder<'condition-confirmation'>()

const unknown: FindingMaker<Named & { readonly near: string | undefined }> = declare(
  'condition-confirmation',
  'unknown',
  'warning',
  ({ id, near }) => ({
    message: `confirmations 里的 ${id} 不是这个奖项的申报条件，这条确认没有用上`,
    advice: near === undefined ? '申报条件见 ziping check' : `是不是 ${near}？`,
  }),
  ({ id, near }) => ({
    message: `${id} under confirmations is no condition of this award and confirms nothing`,
    advice: near === undefined ? 'See ziping check for the conditions' : `Did you mean ${near}?`,
  }),
)

const notAsked: FindingMaker<Named> = declare(
  'condition-confirmation',
  'not-asked',
  'info',
  ({ id }) => ({
    message: `申报条件 ${id} 由数据判断，不需要人确认，这条确认不起作用`,
    advice: '判断得不对时，改 data/applicant.yaml 中的事实；这一行可以删去',
  }),
  ({ id }) => ({
    message: `Condition ${id} is decided by the data; confirming it has no effect`,
    advice: 'Where it is decided wrongly, mend data/applicant.yaml; this line can go',
  }),
)

const late: FindingMaker<Named & { readonly on: string; readonly date: string }> = declare(
  'condition-confirmation',
  'late',
  'warning',
  ({ id, on, date }) => ({
    message: `申报条件 ${id} 的确认日期 ${on} 在基准日 ${date} 之后`,
    advice: '核对日期；报送之后才确认的，报送时并没有人确认过',
  }),
  ({ id, on, date }) => ({
    message: `Condition ${id} is confirmed on ${on}, after the reference date ${date}`,
    advice: 'Check the day: what was confirmed later was not confirmed when handing in',
  }),
)

/** Whether what people have confirmed in ziping.yaml is about this award, and was said in time. */
export function checkConfirmations(
  { conditions }: Pick<Award, 'conditions'>,
  { config, configFile }: Pick<Workspace, 'config' | 'configFile'>,
  date: string | undefined,
): readonly Finding[] {
  const known = isSpecified(conditions) ? conditions : []
  return Object.entries(config.confirmations).flatMap(([id, { on }]): readonly Finding[] => {
    const key = configFile.placeOf(['confirmations', id], 'key')
    const condition = known.find((one) => one.id === id)
    // One workspace may apply for several awards, and confirm for each.
    if (condition === undefined) {
      if (config.awards.length > 1) return []
      const near = nearest(
        id,
        known.map((one) => one.id),
      )
      return [unknown(key, { id, near })]
    }
    const place = configFile.placeOf(['confirmations', id, 'on'])
    // the file's own check says so
    if (!isDay(on)) return []
    if (condition.mode === 'auto') return [notAsked(key, { id })]
    return date !== undefined && on > date ? [late(place, { id, on, date })] : []
  })
}
