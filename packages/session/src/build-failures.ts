import { type Failure, failure, wording } from '@ziping/diagnostics'

const unknown = wording<{ readonly asked: string; readonly known: readonly string[] }>({
  'zh-CN': ({ asked, known }) => ({
    message: `这个奖项没有名为“${asked}”的材料`,
    advice: `可以写：${known.join('、')}`,
  }),
  en: ({ asked, known }) => ({
    message: `This award has no document called “${asked}”`,
    advice: `There are: ${known.join(', ')}`,
  }),
})

/** A document was asked for that the award does not have. */
export function documentUnknown(values: {
  readonly asked: string
  readonly known: readonly string[]
}): Failure {
  return failure('build/document-unknown', unknown, values)
}
