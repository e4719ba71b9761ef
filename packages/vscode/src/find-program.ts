import { existsSync } from 'node:fs'
import path from 'node:path'

/** How to start `ziping`. */
export interface Program {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Windows starts a `.cmd` only through a shell. */
  readonly needsShell: boolean
}

/** Where to look for it. */
export interface Surroundings {
  /** The path in the settings. */
  readonly path: string | undefined
  /** The extension’s own folder. */
  readonly home: string
  /** The program the editor itself runs in, which is a Node too. */
  readonly node: { readonly program: string; readonly version: string }
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
}

/** The oldest Node that the bundled command runs in. */
const oldestNode = [22, 18] as const

/** The path in the settings, else the command that the extension brings, else the one installed. */
export function findProgram(surroundings: Surroundings): Program | undefined {
  const { path: asked, home, node } = surroundings
  if (asked !== undefined) return programAt(asked, surroundings)
  const bundled = path.join(home, 'server', 'dist', 'main.js')
  if (existsSync(bundled) && isRecent(node.version)) return script(bundled, node.program)
  const installed = onPath(surroundings)
  return installed === undefined ? undefined : programAt(installed, surroundings)
}

function programAt(file: string, { node, platform }: Surroundings): Program | undefined {
  if (!existsSync(file)) return undefined
  if (/\.[cm]?[jt]s$/.test(file)) return script(file, node.program)
  const needsShell = platform === 'win32' && /\.(?:cmd|bat)$/i.test(file)
  // A shell takes a path with spaces for several words.
  return { command: needsShell ? `"${file}"` : file, args: [], env: {}, needsShell }
}

/** The editor’s own program is a plain Node when told so. */
function script(file: string, program: string): Program {
  return {
    command: program,
    args: [file],
    env: { ELECTRON_RUN_AS_NODE: '1' },
    needsShell: false,
  }
}

function onPath({ env, platform }: Surroundings): string | undefined {
  const isWindows = platform === 'win32'
  const names = isWindows ? ['ziping.cmd', 'ziping.exe'] : ['ziping']
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(isWindows ? ';' : ':')
  return folders
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file))
}

function isRecent(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
}
