import { type Check, checkTitles, showValue, type VerifiedFile } from '@ziping/verify'
import { type Context, say } from '../context.ts'
import { padEnd } from './width.ts'

/** Every file with what is wrong, what is right, and what the notice leaves open. */
export function showVerified(
  files: readonly VerifiedFile[],
  known: readonly { readonly id: string; readonly title: string }[],
  context: Context,
): string {
  const shown = files.map((file) => {
    const title = known.find(({ id }) => id === file.document)?.title ?? file.document
    return showFile(file, title, context)
  })
  return [...shown, summary(files, context)].join('\n\n')
}

function showFile({ path, checks }: VerifiedFile, title: string, context: Context): string {
  const { style } = context
  const judged = checks.filter(({ ok, required }) => !ok || required !== undefined)
  const open = checks.filter(({ ok, required }) => ok && required === undefined)
  const names = open.map(({ check }) => checkTitles[check][context.language])
  return [
    `${style.bold(path)}${say(context, `（${title}）`, ` (${title})`)}`,
    ...judged.flatMap((check) => showCheck(check, context)),
    ...(names.length === 0
      ? []
      : [
          style.dim(
            say(
              context,
              `  本奖项未规定：${names.join('、')}`,
              `  not specified by this award: ${names.join(', ')}`,
            ),
          ),
        ]),
  ].join('\n')
}

function showCheck(check: Check, context: Context): readonly string[] {
  const { language, style } = context
  const title = padEnd(checkTitles[check.check][language], language === 'en' ? 24 : 14)
  const measured =
    check.measured === undefined
      ? say(context, '文件里没有', 'none in the file')
      : showValue(check.check, check.measured)[language]
  if (check.ok) return [`  ${style.green(say(context, '合格', 'ok   '))}  ${title}${measured}`]
  const label =
    check.severity === 'error'
      ? style.red(say(context, '不合', 'wrong'))
      : style.yellow(say(context, '提醒', 'note '))
  const { message, advice } = check.words?.[language] ?? { message: measured, advice: '' }
  return [
    `  ${label}  ${title}${message}`,
    ...(advice === '' ? [] : [`        ${say(context, '怎么改：', 'How to mend it: ')}${advice}`]),
  ]
}

function summary(files: readonly VerifiedFile[], context: Context): string {
  const failed = files.flatMap(({ checks }) => checks.filter(({ ok }) => !ok))
  const errors = failed.filter(({ severity }) => severity === 'error').length
  const notes = failed.length - errors
  return say(
    context,
    `核对了 ${files.length} 个文件：${errors === 0 ? '没有不合格的项目' : `${errors} 项不合格`}${notes === 0 ? '' : `，${notes} 项提醒`}`,
    `${files.length} ${files.length === 1 ? 'file' : 'files'} checked: ${errors === 0 ? 'nothing wrong' : `${errors} wrong`}${notes === 0 ? '' : `, ${notes} to note`}`,
  )
}
