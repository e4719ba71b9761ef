import {
  ProcessExecution,
  ShellExecution,
  Task,
  TaskPanelKind,
  type TaskProvider,
  TaskRevealKind,
  TaskScope,
  tasks,
  window,
} from 'vscode'
import { chooseWorkspace, saveAll } from './choose-workspace.ts'
import { choicesNow, programNow } from './extension-settings.ts'
import type { Program } from './find-program.ts'
import { type Choices, say } from './words.ts'

/** The commands that run in a terminal of the editor. */
const offered = { build: '生成', check: '检查', lint: '查错', coverage: '作答情况' } as const

type Offered = keyof typeof offered

/** Runs a command on the workspace at hand, where the user sees and can stop it. */
export async function runOnWorkspace(home: string, name: Offered): Promise<void> {
  const root = await chooseWorkspace()
  if (root === undefined) return
  const choices = choicesNow()
  if (!(await saveAll(root))) {
    const words = say(
      choices.language,
      '有文件没能保存，先存好再运行。',
      'A file could not be saved; save it first.',
    )
    void window.showErrorMessage(words)
    return
  }
  const task = taskFor(home, name, root)
  if (task !== undefined) await tasks.executeTask(task)
}

/** The same commands for the list of tasks and for `tasks.json`. */
export function taskProvider(home: string): TaskProvider {
  return {
    provideTasks: async () => {
      const names: readonly Offered[] = ['build', 'check', 'lint', 'coverage']
      return names.flatMap((name) => taskFor(home, name) ?? [])
    },
    resolveTask: ({ definition }) => {
      const name = definition['command']
      return isOffered(name) ? taskFor(home, name) : undefined
    },
  }
}

/** Without a folder it runs in that of the editor. */
function taskFor(home: string, name: Offered, root?: string): Task | undefined {
  const choices = choicesNow()
  const program = programNow(home, choices)
  if (program === undefined) return undefined
  const task = new Task(
    { type: 'ziping', command: name },
    TaskScope.Workspace,
    say(choices.language, offered[name], name),
    say(choices.language, '自评', 'ziping'),
    execution(program, name, choices, root),
  )
  task.presentationOptions = {
    reveal: TaskRevealKind.Always,
    panel: TaskPanelKind.Dedicated,
    clear: true,
  }
  return task
}

function execution(
  { command, args, env, needsShell }: Program,
  name: Offered,
  { language }: Choices,
  cwd: string | undefined,
): ProcessExecution | ShellExecution {
  const words = [...args, name]
  const options = {
    env: { ...env, ZIPING_LANG: language },
    ...(cwd === undefined ? {} : { cwd }),
  }
  // A program that needs a shell has its quotation marks already.
  return needsShell
    ? new ShellExecution([command, ...words].join(' '), options)
    : new ProcessExecution(command, words, options)
}

function isOffered(name: unknown): name is Offered {
  return typeof name === 'string' && Object.hasOwn(offered, name)
}
