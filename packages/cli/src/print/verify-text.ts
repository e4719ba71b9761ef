import { type Check, checkTitles, showValue, type VerifiedFile } from '@ziping/verify'
import { type Context, say } from '../context.ts'
import { isWaived } from '../verify-waivers.ts'
import { padEnd } from './width.ts'

/** Every file with what is wrong, what is right, and what the notice leaves open; of the copies that are handed in, what is wrong. */
export function showVerified(
  files: readonly VerifiedFile[],
  delivered: readonly VerifiedFile[],
  known: readonly { readonly id: string; readonly title: string }[],
  context: Context,
): string {
  const shown = files.map((file) => {
    const title = known.find(({ id }) => id === file.document)?.title ?? file.document
    return showFile(file, title, context)
  })
  return [...shown, ...showDelivered(delivered, context), summary(files, delivered, context)].join(
    '\n\n',
  )
}

/** Hundreds of scans are told in a line, unless something is wrong with one. */
function showDelivered(files: readonly VerifiedFile[], context: Context): readonly string[] {
  if (files.length === 0) return []
  const wrong = files.flatMap(({ path, checks }) => {
    const failed = checks.filter(({ ok }) => !ok)
    return failed.length === 0
      ? []
      : [`  ${path}`, ...failed.flatMap((check) => showCheck(check, context))]
  })
  const title = say(
    context,
    `申报包里的电子版（${files.length} 个文件：文件名、格式、大小）`,
    `Electronic copies in the parcel (${files.length}: names, types, sizes)`,
  )
  const { style } = context
  const fine = `  ${style.green(say(context, '合格', 'ok   '))}`
  return [[style.bold(title), ...(wrong.length === 0 ? [fine] : wrong)].join('\n')]
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
  const label = isWaived(check)
    ? style.dim(say(context, '忽略', 'waived'))
    : check.severity === 'error'
      ? style.red(say(context, '不合', 'wrong'))
      : style.yellow(say(context, '提醒', 'note '))
  const { message, advice } = check.words?.[language] ?? { message: measured, advice: '' }
  return [
    `  ${label}  ${title}${message}`,
    ...(advice === '' ? [] : [`        ${say(context, '怎么改：', 'How to mend it: ')}${advice}`]),
  ]
}

function summary(
  printed: readonly VerifiedFile[],
  delivered: readonly VerifiedFile[],
  context: Context,
): string {
  const files = [...printed, ...delivered]
  const failed = files.flatMap(({ checks }) =>
    checks.filter((check) => !check.ok && !isWaived(check)),
  )
  const errors = failed.filter(({ severity }) => severity === 'error').length
  const notes = failed.length - errors
  return say(
    context,
    `核对了 ${files.length} 个文件：${errors === 0 ? '没有不合格的项目' : `${errors} 项不合格`}${notes === 0 ? '' : `，${notes} 项提醒`}`,
    `${files.length} ${files.length === 1 ? 'file' : 'files'} checked: ${errors === 0 ? 'nothing wrong' : `${errors} wrong`}${notes === 0 ? '' : `, ${notes} to note`}`,
  )
}
