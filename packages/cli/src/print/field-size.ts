import { type Place, showPlace } from '@ziping/diagnostics'
import type { ExplainedField } from '@ziping/forms'
import { type Context, say } from '../context.ts'

/** By which table and from which figures the class of size follows. */
export function sizeLines({ size }: ExplainedField, context: Context): readonly string[] {
  if (size === undefined) return []
  const { title, number, code, industry, measures, classes } = size
  const none = say(context, '（没有写）', '(not given)')
  const at = (place: Place | undefined): string =>
    place === undefined ? '' : `  ${context.style.cyan(showPlace(place))}`
  return [
    `${say(context, '算法：按', 'By ')}《${title}》（${number}）`,
    `  ${say(context, '行业代码', 'industry')} organization.industry = ${code?.text ?? none}${industry === undefined ? '' : `（${industry}）`}${at(code?.place)}`,
    ...measures.map(
      ({ title: name, unit, path, value, place }) =>
        `  ${name} ${path} = ${value === undefined ? none : `${value}${unit}`}${at(place)}`,
    ),
    ...classes.map(
      ({ title: name, least }) =>
        `  ${name}${say(context, '：', ': ')}${least.join(say(context, '，', ', '))}`,
    ),
    ...(classes.length === 0
      ? []
      : [
          say(
            context,
            '  自上而下取第一个全部达到的一档，都达不到的为微型',
            '  The first from above whose bounds are all reached; micro if none is',
          ),
        ]),
  ]
}
