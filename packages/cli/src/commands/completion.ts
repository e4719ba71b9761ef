import { failure, nearest, wording } from '@ziping/diagnostics'
import { type Command, globalOptions } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const

const whichShell = wording<{
  readonly typed: string | undefined
  readonly meant: string | undefined
}>({
  'zh-CN': ({ typed, meant }) => ({
    message: typed === undefined ? '没有写明是哪种终端' : `没有为“${typed}”准备补全`,
    advice:
      meant === undefined
        ? `可用：${shells.join('、')}`
        : `是不是要用 ${meant}？可用：${shells.join('、')}`,
  }),
  en: ({ typed, meant }) => ({
    message: typed === undefined ? 'Which shell?' : `There is no completion for “${typed}”`,
    advice: meant === undefined ? `Choose one of ${shells.join(', ')}` : `Did you mean ${meant}?`,
  }),
})

/** The command that writes completion scripts for all commands, itself included. */
export function completionOf(commands: () => readonly Command[]): Command {
  return {
    name: 'completion',
    usage: {
      'zh-CN': 'ziping completion bash|zsh|fish|powershell',
      en: 'ziping completion bash|zsh|fish|powershell',
    },
    summary: { 'zh-CN': '生成终端的命令补全脚本', en: 'print a completion script for a shell' },
    arguments: 1,
    options: [],
    examples: ['ziping completion bash >> ~/.bashrc', 'ziping completion powershell >> $PROFILE'],
    async run({ positionals }, context) {
      const [typed] = positionals
      const shell = shells.find((candidate) => candidate === typed)
      if (shell === undefined)
        throw failure('usage', whichShell, {
          typed,
          meant: typed === undefined ? undefined : nearest(typed, shells),
        })
      const { listAwards } = await import('@ziping/award')
      const awards = (await listAwards()).map((award) => award.id).join(' ')
      context.out(scripts[shell](commands(), awards))
      return exitCodes.fine
    },
  }
}

function wordsOf(commands: readonly Command[]): string {
  return commands.map((command) => command.name).join(' ')
}

function optionsOf(command: Command): string {
  return [...command.options, ...globalOptions].map((option) => `--${option.name}`).join(' ')
}

const scripts: Readonly<
  Record<(typeof shells)[number], (commands: readonly Command[], awards: string) => string>
> = {
  bash: (commands, awards) => `_ziping() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}"
  case "$prev" in
    --award|show) COMPREPLY=($(compgen -W "${awards}" -- "$cur")); return ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${wordsOf(commands)}" -- "$cur")); return; fi
  case "\${COMP_WORDS[1]}" in
${commands.map((command) => `    ${command.name}) COMPREPLY=($(compgen -W "${optionsOf(command)}" -- "$cur") $(compgen -f -- "$cur")) ;;`).join('\n')}
  esac
}
complete -F _ziping ziping`,
  zsh: (commands, awards) => `#compdef ziping
_ziping() {
  local -a words_; words_=(${wordsOf(commands)})
  if (( CURRENT == 2 )); then compadd -a words_; return; fi
  if [[ \${words[CURRENT-1]} == (--award|show) ]]; then compadd ${awards}; return; fi
  case \${words[2]} in
${commands.map((command) => `    ${command.name}) compadd -- ${optionsOf(command)}; _files ;;`).join('\n')}
  esac
}
compdef _ziping ziping`,
  fish: (commands, awards) =>
    [
      `complete -c ziping -n '__fish_use_subcommand' -f -a '${wordsOf(commands)}'`,
      `complete -c ziping -l award -x -a '${awards}'`,
      ...commands.flatMap((command) =>
        command.options.map(
          (option) =>
            `complete -c ziping -n '__fish_seen_subcommand_from ${command.name}' -l ${option.name}${option.value === undefined ? '' : ' -r'}`,
        ),
      ),
    ].join('\n'),
  powershell: (
    commands,
    awards,
  ) => `Register-ArgumentCompleter -Native -CommandName ziping -ScriptBlock {
  param($word, $line, $position)
  $parts = $line.ToString() -split '\\s+'
  $all = if ($parts[-2] -in '--award', 'show') { '${awards}' } elseif ($parts.Count -le 2) { '${wordsOf(commands)}' } else {
    switch ($parts[1]) {
${commands.map((command) => `      '${command.name}' { '${optionsOf(command)}' }`).join('\n')}
    }
  }
  $all -split ' ' | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}`,
}
