import type { CheckReport, DeliverableState } from '@ziping/check'
import type { ConditionResult, ConditionWindow } from '@ziping/forms'
import { type Context, say } from '../context.ts'

/** A state in words and a sign that are told apart without colour. */
export function stateWords(
  state: DeliverableState,
  context: Context,
): { readonly sign: string; readonly word: string } {
  switch (state) {
    case 'ready':
      return { sign: '●', word: say(context, '齐备', 'ready') }
    case 'open':
      return { sign: '◐', word: say(context, '待补', 'open') }
    case 'missing':
      return { sign: '○', word: say(context, '缺', 'missing') }
    case 'not-needed':
      return { sign: '–', word: say(context, '不需要', 'not needed') }
    default:
      return state satisfies never
  }
}

export function outcomeWord(
  { outcome, toConfirm, condition }: ConditionResult,
  context: Context,
): string {
  const isExclusion = condition.kind === 'must-not'
  switch (outcome) {
    case 'met':
      return isExclusion ? say(context, '没有此情形', 'not so') : say(context, '满足', 'met')
    case 'not-met':
      return isExclusion ? say(context, '有此情形', 'it is so') : say(context, '不满足', 'not met')
    case 'undecided':
      return toConfirm === undefined
        ? say(context, '缺事实', 'facts missing')
        : say(context, '待人确认', 'to be confirmed')
    case 'not-applicable':
      return say(context, '不适用', 'not applicable')
    default:
      return outcome satisfies never
  }
}

/** The days that “近3年” really means. */
export function windowWords(window: ConditionWindow, context: Context): string {
  if (window.kind === 'within')
    return say(context, `${window.from} 至 ${window.to}`, `${window.from} to ${window.to}`)
  return say(context, `不晚于 ${window.day}`, `not after ${window.day}`)
}

/** `基准日 2020-08-14（报送日期）`. */
export function dateLine(report: CheckReport, context: Context): string {
  const { date, isFiled, deadline } = report
  if (date === undefined)
    return say(
      context,
      '没有基准日：在 ziping.yaml 写 filed（报送日期）或 deadline（截止日期）',
      'No date of reference: write filed or deadline into ziping.yaml',
    )
  const why = isFiled
    ? say(context, '报送日期', 'day of filing')
    : date === deadline
      ? say(context, '截止日期', 'deadline')
      : say(context, '指定', 'given')
  const end =
    deadline === undefined
      ? say(context, '截止日期：本奖项没有规定', 'deadline: not specified by this award')
      : say(context, `截止 ${deadline}`, `deadline ${deadline}`)
  return say(context, `基准日 ${date}（${why}）  ${end}`, `As of ${date} (${why})  ${end}`)
}

/** How long there is until the deadline. */
export function daysLeft(day: string, deadline: string, context: Context): string {
  const days = Math.round((Date.parse(deadline) - Date.parse(day)) / 86_400_000)
  if (days > 0) return say(context, `还有 ${days} 天`, `${days} days left`)
  if (days === 0) return say(context, '今天截止', 'today is the last day')
  return say(context, `已过 ${-days} 天`, `${-days} days past`)
}

/** The last line: whether it can go in. */
export function verdict(report: CheckReport, context: Context): string {
  const of = (severity: string): number =>
    report.findings.filter((one) => one.severity === severity).length
  const [errors, warnings] = [of('error'), of('warning')]
  if (errors > 0)
    return say(
      context,
      `还不能报送：${errors} 处错误、${warnings} 处警告`,
      `Not ready: ${errors} errors, ${warnings} warnings`,
    )
  const missing = report.deliverables.filter(({ state }) => state === 'missing')
  if (missing.length > 0) {
    const titles = missing.map(({ title }) => title)
    return say(
      context,
      `没有错误，可以打包付印；补齐后才能报送：${titles.join('、')}`,
      `No errors: it can be packed and printed, but not handed in without: ${titles.join(', ')}`,
    )
  }
  return warnings === 0
    ? say(context, '可以报送', 'Ready to be handed in')
    : say(
        context,
        `没有错误，可以报送；另有 ${warnings} 处警告，报送前请看一遍`,
        `No errors: ready to be handed in; look at the ${warnings} warnings first`,
      )
}
