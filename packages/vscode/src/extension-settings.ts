import process from 'node:process'
import { env, workspace } from 'vscode'
import { findProgram, type Program } from './find-program.ts'
import { type Choices, languageFor } from './words.ts'

/** The settings as they are now. */
export function choicesNow(): Choices {
  const settings = workspace.getConfiguration('ziping')
  const path = settings.get('path', '').trim()
  // Many editors in China speak English only because nobody could fetch the language pack: Chinese unless asked.
  const asked = settings.get('language', 'zh-CN')
  return {
    language: languageFor(asked, env.language),
    path: path === '' ? undefined : path,
    // A folder that nobody trusts yet does not run its programs, whatever it says of itself.
    allowsTeamRules: workspace.isTrusted && settings.get('allowTeamRules', false),
  }
}

export function programNow(home: string, { path }: Choices): Program | undefined {
  return findProgram({
    path,
    home,
    node: { program: process.execPath, version: process.versions.node },
    env: process.env,
    platform: process.platform,
  })
}

/** The surroundings of a process of ours: what the editor has, what the program needs, and the language. */
export function environmentFor(program: Program, { language }: Choices): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return { ...Object.fromEntries(own), ...program.env, ZIPING_LANG: language }
}
