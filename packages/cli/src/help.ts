import { type Command, globalOptions, type Option } from './command.ts'
import { type Context, say } from './context.ts'
import { padEnd } from './print/width.ts'

/** The page `ziping --help` prints. */
export function mainHelp(commands: readonly Command[], context: Context): string {
  const { language, style } = context
  const width = Math.max(...commands.map((command) => command.name.length)) + 2
  return [
    `${style.bold('ziping')}  ${say(context, '政府质量奖申报材料的编写、检查与成书', 'write, check and bind quality-award applications')}`,
    '',
    `${say(context, '用法', 'Usage')}：ziping [-C DIR] <${say(context, '命令', 'command')}> […]`,
    '',
    style.bold(say(context, '命令', 'Commands')),
    ...commands.map((command) => `  ${padEnd(command.name, width)}${command.summary[language]}`),
    '',
    style.bold(say(context, '通用选项', 'Options')),
    ...optionLines(globalOptions, context),
    '',
    say(
      context,
      '第一次用：ziping awards 查看有哪些奖项，ziping init 我的申报 --award nantong-org-2020 建立申报工程。',
      'First time: see ziping awards, then ziping init my-report --award nantong-org-2020.',
    ),
    say(
      context,
      '每个命令的用法：ziping <命令> --help',
      'More on a command: ziping <command> --help',
    ),
  ].join('\n')
}

export function commandHelp(command: Command, context: Context): string {
  const { language, style } = context
  const options = [
    ...command.options,
    ...globalOptions.filter((option) => option.name !== 'version'),
  ]
  return [
    `${say(context, '用法', 'Usage')}：${command.usage[language]}`,
    '',
    command.summary[language],
    '',
    style.bold(say(context, '选项', 'Options')),
    ...optionLines(options, context),
    ...(command.examples.length === 0 ? [] : ['', style.bold(say(context, '例', 'Examples'))]),
    ...command.examples.map((example) => `  ${example}`),
  ].join('\n')
}

function optionLines(options: readonly Option[], { language }: Context): readonly string[] {
  const left = options.map((option) => {
    const short = option.short === undefined ? '    ' : `-${option.short}, `
    return `${short}--${option.name}${option.value === undefined ? '' : ` ${option.value}`}`
  })
  const width = Math.max(...left.map((text) => text.length)) + 2
  return options.map(
    (option, index) => `  ${padEnd(left[index] ?? '', width)}${option.help[language]}`,
  )
}
