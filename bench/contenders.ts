import { changeChapter } from './corpus.ts'
import type { Contender } from './measure.ts'
import { peerFile, peerProgram, peerVersion } from './peers.ts'

export const floor = 'node -e 0'

/** What a run of ours says when it has found the seeded faults. */
const found = /TODO|待补充/

export function nothing(cwd: string): Contender {
  return { name: floor, words: ['-e', '0'], cwd, proof: /^/ }
}

/** `ziping lint` without any cache. */
export function cold(name: string, program: string, workspaces: readonly string[]): Contender {
  const words = [program, 'lint', ...workspaces]
  return { name, words, cwd: workspaces[0] ?? '', env: { ZIPING_CACHE: '' }, proof: found }
}

/** `ziping lint` as a team runs it all day: one chapter differs from the run before. */
export function warm(name: string, program: string, workspace: string, cache: string): Contender {
  return {
    ...cold(name, program, [workspace]),
    env: { ZIPING_CACHE: cache },
    prepare: (round) => changeChapter(workspace, round),
  }
}

/** The same with nothing changed. */
export function cached(
  name: string,
  program: string,
  workspaces: readonly string[],
  cache: string,
): Contender {
  return { ...cold(name, program, workspaces), env: { ZIPING_CACHE: cache } }
}

/** Parsing and coverage alone; an empty cache folder means none. */
export function coverage(name: string, program: string, workspace: string, cache = ''): Contender {
  return {
    name,
    words: [program, 'coverage', '--format', 'json', '-C', workspace],
    cwd: workspace,
    env: { ZIPING_CACHE: cache },
    proof: /"requirements": \[/,
  }
}

export function markdownlint(cwd: string): Contender {
  const words = [peerProgram('markdownlint-cli2'), '**/report/*.md']
  return {
    name: peerVersion('markdownlint-cli2'),
    words,
    cwd,
    proof: /MD009\/no-trailing-spaces|MD013/,
  }
}

export function textlint(cwd: string): Contender {
  const words = [
    peerProgram('textlint'),
    ...['--no-textlintrc', '--rules-base-directory', peerFile()],
    ...['--rule', 'no-todo', '--rule', 'max-comma', '**/report/*.md'],
  ]
  return {
    name: peerVersion('textlint'),
    words,
    cwd,
    proof: /\bno-todo\b[\s\S]*\bmax-comma\b|\bmax-comma\b[\s\S]*\bno-todo\b/,
  }
}

export function remark(cwd: string, folders: readonly string[]): Contender {
  const preset = peerFile('remark-preset-lint-recommended', 'index.js')
  const words = [peerProgram('remark-cli'), '--no-config', '--no-stdout', '--use', preset]
  return {
    name: peerVersion('remark-cli'),
    words: [...words, ...folders],
    cwd,
    proof: /\d+ warnings/,
  }
}

export function autocorrect(cwd: string, folders: readonly string[]): Contender {
  const words = [peerProgram('autocorrect-node'), '--lint', ...folders]
  return { name: peerVersion('autocorrect-node'), words, cwd, proof: /Error: .*[1-9]/ }
}

export function zhlint(cwd: string): Contender {
  const words = [peerProgram('zhlint'), 'report/*.md']
  return { name: peerVersion('zhlint'), words, cwd, proof: /Found \d+ errors/ }
}
