import { type Failure, failure, nearest, wording } from '@ziping/diagnostics'
import { type Command, globalOptions, type Invocation, type Option } from './command.ts'

const unknownCommand = wording<{ readonly typed: string; readonly meant: string | undefined }>({
  'zh-CN': ({ typed, meant }) => ({
    message: `没有“${typed}”这个命令`,
    advice: meant === undefined ? '用 ziping --help 查看全部命令' : `是不是要用 ziping ${meant}？`,
  }),
  en: ({ typed, meant }) => ({
    message: `There is no command “${typed}”`,
    advice:
      meant === undefined ? 'See ziping --help for all commands' : `Did you mean ziping ${meant}?`,
  }),
})

const unknownOption = wording<{
  readonly typed: string
  readonly meant: string | undefined
  readonly command: string
}>({
  'zh-CN': ({ typed, meant, command }) => ({
    message: `没有“${typed}”这个选项`,
    advice:
      meant === undefined
        ? `用 ziping ${command} --help 查看可用的选项`
        : `是不是要用 --${meant}？`,
  }),
  en: ({ typed, meant, command }) => ({
    message: `There is no option “${typed}”`,
    advice: meant === undefined ? `See ziping ${command} --help` : `Did you mean --${meant}?`,
  }),
})

const missingValue = wording<{ readonly name: string; readonly value: string }>({
  'zh-CN': ({ name, value }) => ({
    message: `选项 --${name} 后面缺少内容`,
    advice: `写成 --${name} ${value}`,
  }),
  en: ({ name, value }) => ({
    message: `Option --${name} needs a value`,
    advice: `Write --${name} ${value}`,
  }),
})

const wrongChoice = wording<{
  readonly name: string
  readonly typed: string
  readonly choices: readonly string[]
  readonly meant: string | undefined
}>({
  'zh-CN': ({ name, typed, choices, meant }) => ({
    message: `--${name} 不能是“${typed}”`,
    advice:
      meant === undefined
        ? `可用：${choices.join('、')}`
        : `是不是要用 ${meant}？可用：${choices.join('、')}`,
  }),
  en: ({ name, typed, choices, meant }) => ({
    message: `--${name} cannot be “${typed}”`,
    advice:
      meant === undefined
        ? `Choose one of ${choices.join(', ')}`
        : `Did you mean ${meant}? Choose one of ${choices.join(', ')}`,
  }),
})

const tooMany = wording<{ readonly typed: string; readonly usage: string }>({
  'zh-CN': ({ typed, usage }) => ({ message: `多出了“${typed}”`, advice: `用法：${usage}` }),
  en: ({ typed, usage }) => ({
    message: `“${typed}” is one word too many`,
    advice: `Usage: ${usage}`,
  }),
})

export function noSuchCommand(typed: string, commands: readonly Command[]): Failure {
  const meant = nearest(
    typed,
    commands.map((command) => command.name),
  )
  return failure('usage', unknownCommand, { typed, meant })
}

export function tooManyWords(typed: string, { usage }: Pick<Command, 'usage'>): Failure {
  return failure('usage', tooMany, { typed, usage: usage.en })
}

/** Splits what was typed behind a command into options and words, strictly. */
export function parseOptions(typed: readonly string[], command: Command): Invocation {
  const known = [...command.options, ...globalOptions]
  const options: Record<string, string | boolean | readonly string[]> = {}
  const positionals: string[] = []
  for (let at = 0; at < typed.length; at++) {
    // A Chinese keyboard types — where - is meant.
    const word = (typed[at] ?? '').replace(/^(?:—+|－－)(?=[a-z])/, '--')
    if (word === '--') {
      positionals.push(...typed.slice(at + 1))
      break
    }
    if (!word.startsWith('-') || word === '-') {
      positionals.push(word)
      continue
    }
    const [name = '', attached] = word.startsWith('--')
      ? splitAtEquals(word.slice(2))
      : [word.slice(1)]
    const option = known.find((candidate) =>
      word.startsWith('--') ? candidate.name === name : candidate.short === name,
    )
    if (option === undefined)
      throw failure('usage', unknownOption, {
        typed: word,
        meant: nearest(
          name,
          known.map((candidate) => candidate.name),
        ),
        command: command.name,
      })
    if (option.value === undefined) options[option.name] = true
    else {
      const value = checkValue(option, attached ?? typed[++at])
      const before = options[option.name]
      options[option.name] =
        option.repeatable === true ? [...(Array.isArray(before) ? before : []), value] : value
    }
  }
  const extra = positionals[command.arguments]
  if (extra !== undefined) throw tooManyWords(extra, command)
  return { positionals, options }
}

function splitAtEquals(word: string): readonly [string, string | undefined] {
  const at = word.indexOf('=')
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}

function checkValue(option: Option, value: string | undefined): string {
  if (value === undefined || value === '')
    throw failure('usage', missingValue, { name: option.name, value: option.value ?? '' })
  if (option.choices !== undefined && !option.choices.includes(value))
    throw failure('usage', wrongChoice, {
      name: option.name,
      typed: value,
      choices: option.choices,
      meant: nearest(value, option.choices),
    })
  return value
}
