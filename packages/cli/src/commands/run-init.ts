import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { isSpecified, listAwards, loadAward } from '@ziping/award'
import { failure, wording } from '@ziping/diagnostics'
import { loadCodeLists } from '@ziping/forms'
import { type Invocation, textOption } from '../command.ts'
import { type Context, say } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { newWorkspace } from '../new-workspace.ts'
import { writeWhole } from '../write-output.ts'

const noAward = wording<{
  readonly awards: readonly { readonly id: string; readonly name: string }[]
}>({
  'zh-CN': ({ awards }) => ({
    message: '没有写明申报哪个奖项',
    advice: `加上 --award 奖项，可用：\n${awards.map(({ id, name }) => `    ${id}  ${name}`).join('\n')}`,
  }),
  en: ({ awards }) => ({
    message: 'Which award?',
    advice: `Add --award ID, one of:\n${awards.map(({ id, name }) => `    ${id}  ${name}`).join('\n')}`,
  }),
})

const inTheWay = wording<{ readonly folder: string; readonly names: readonly string[] }>({
  'zh-CN': ({ folder, names }) => ({
    message: `${folder} 里已有 ${names.join('、')}，没有写入任何文件`,
    advice: '换一个空文件夹；已是申报工程的，直接在里面编写即可',
  }),
  en: ({ folder, names }) => ({
    message: `${folder} already holds ${names.join(', ')}; nothing was written`,
    advice: 'Choose an empty folder; an existing workspace needs no init',
  }),
})

export async function runInit(invocation: Invocation, context: Context): Promise<ExitCode> {
  const id = textOption(invocation, 'award')
  if (id === undefined) throw failure('usage', noAward, { awards: await listAwards() })
  const award = await loadAward(id)
  const named = invocation.positionals[0] ?? '.'
  const folder = path.resolve(context.cwd, named)
  const year = textOption(invocation, 'year')
  const files = newWorkspace(
    award,
    year === undefined ? undefined : Number(year),
    await loadCodeLists(award),
  )
  const existing = existsSync(folder) ? new Set(readdirSync(folder)) : new Set<string>()
  const names = [...new Set(files.map((file) => file.path.split('/')[0] ?? ''))].filter((name) =>
    existing.has(name),
  )
  if (names.length > 0) throw failure('init/in-the-way', inTheWay, { folder: named, names })
  for (const file of files) writeWhole(path.join(folder, file.path), file.text)
  context.out(
    say(
      context,
      `已建立申报工程：${named}（${award.name}）\n接下来：\n  1. 填写 data/applicant.yaml 和 data/indicators.yaml\n  2. 在 report/ 下逐条编写，每条的要求写在标题下面的批注里\n  3. 随时查看进度：ziping coverage`,
      `A new workspace: ${named} (${award.name})\nNext:\n  1. fill in data/applicant.yaml and data/indicators.yaml\n  2. write the chapters in report/; notes under each heading say what is asked\n  3. see how far you are: ziping coverage`,
    ),
  )
  if (!isSpecified(award.year) && year === undefined)
    context.note(
      say(
        context,
        '这个奖项的年度由通知确定：请在 ziping.yaml 写明 year',
        'Write the year of the notice into ziping.yaml: year: …',
      ),
    )
  return exitCodes.fine
}
