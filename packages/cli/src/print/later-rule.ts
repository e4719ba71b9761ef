import type { LaterRule } from '@ziping/lint'
import { type Context, say } from '../context.ts'
import { severityName } from './rules.ts'

/** A kind of finding that another command than `lint` raises, with all there is to say about it. */
export function showLaterRule(rule: LaterRule, context: Context): string {
  const { style, language } = context
  return [
    `${style.bold(rule.id)}  ${rule.title[language]}`,
    '',
    rule.why[language],
    '',
    `${say(context, '轻重：', 'Severity: ')}${severityName(rule.severity, context)}`,
    `${say(context, '什么时候查：', 'When: ')}${stageWords(rule.stage, context)}`,
    `${say(context, '能否忽略：', 'Waivers: ')}${waivableWords(rule, context)}`,
    `${say(context, '依据：', 'Source: ')}${rule.source.join('、')}`,
  ].join('\n')
}

export function stageWords(stage: LaterRule['stage'], context: Context): string {
  return {
    check: say(context, 'ziping check、ziping pack 打开文件时', 'as check and pack open the files'),
    build: say(context, 'ziping build、ziping pack 印制时', 'as build and pack print'),
    verify: say(
      context,
      'ziping verify、ziping pack 核对印好的文件时',
      'as verify and pack measure finished files',
    ),
    pack: say(context, 'ziping pack 打包时', 'as pack puts the parcel together'),
    awards: say(context, 'ziping awards check 核对奖项方案时', 'as awards check reads an award'),
  }[stage]
}

function waivableWords({ waivable, stage }: LaterRule, context: Context): string {
  if (waivable === 'never')
    return say(
      context,
      '不能：不改好就印不出、报不了',
      'none: nothing can be printed or handed in until it is mended',
    )
  const how =
    stage === 'check'
      ? say(
          context,
          '写进 ziping.yaml 的 waivers，或写在数据文件那一项的上面，都要写理由',
          'under waivers in ziping.yaml or above the entry of the data file, with a reason',
        )
      : say(
          context,
          '写进 ziping.yaml 的 waivers，要写理由',
          'under waivers in ziping.yaml, with a reason',
        )
  return waivable === 'always'
    ? how
    : say(context, `警告和提示可以，错误不能；${how}`, `warnings and hints only; ${how}`)
}
