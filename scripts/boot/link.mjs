// Puts `ziping` among the commands of this machine, where npm puts those it installs: hooks, editors and whoever types
// call it by that name. It starts this checkout with whatever Node there is, so it lasts as long as the checkout stays.
import { accessSync, chmodSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { root } from './checkout.mjs'
import { BootFailure, say } from './failure.mjs'
import { foldersOnPath, runNpm } from './npm.mjs'

const windows = process.platform === 'win32'
const program = path.join(root, 'scripts', 'boot.mjs')

export async function linkCommand() {
  const folder = await commandsFolder()
  const files = commandFiles().map(([name, text]) => [path.join(folder, name), text])
  const foreign = files.map(([file]) => file).find((file) => existsSync(file) && !isOurs(file))
  if (foreign !== undefined) throw taken(foreign)
  for (const [file, text] of files) {
    writeFileSync(file, text)
    chmodSync(file, 0o755)
  }
  const [[file]] = files
  say(`以后直接输入 ziping 就行（${file}）`, `from now on type ziping (${file})`)
}

/** Also for the shell that comes with Git for Windows, in which hooks run. */
function commandFiles() {
  const forShell = windows ? program.replaceAll('\\', '/') : program.replaceAll(/["$`\\]/g, '\\$&')
  const shell = ['ziping', `#!/bin/sh\nexec node "${forShell}" ziping "$@"\n`]
  return windows ? [shell, ['ziping.cmd', `@node "${program}" ziping %*\r\n`]] : [shell]
}

async function commandsFolder() {
  const { code, output } = await runNpm(['prefix', '--global', '--loglevel=silent'], {
    cwd: root,
    setChild: () => {},
  })
  const prefix = code === 0 ? output.trim().split('\n').at(-1) : undefined
  const ofNpm = prefix === undefined ? [] : [windows ? prefix : path.join(prefix, 'bin')]
  const known = [...ofNpm, path.join(homedir(), '.local', 'bin'), path.join(homedir(), 'bin')]
  const usable = foldersOnPath().filter((folder) => known.includes(path.resolve(folder)))
  const found = known.find((folder) => usable.includes(folder) && isWritable(folder))
  if (found === undefined) throw noFolder(known[0])
  return found
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function isOurs(file) {
  return readFileSync(file, 'utf8').includes(`boot.mjs" ziping `)
}

function taken(file) {
  return new BootFailure(
    'taken',
    `${file} 已经是另一个程序，没有改动它。确实不用了，先删掉它，再运行一次。`,
    `${file} is another program and was left as it is. If nobody needs it, delete it and run again.`,
  )
}

function noFolder(folder) {
  const zh = windows
    ? `把 ${folder} 加进“环境变量”里的 Path`
    : `运行 mkdir -p ~/.local/bin，并把它加进 PATH（在 ~/.profile 末尾写 PATH="$HOME/.local/bin:$PATH"）`
  const en = windows
    ? `add ${folder} to Path in the environment variables`
    : `run mkdir -p ~/.local/bin and add it to PATH (PATH="$HOME/.local/bin:$PATH" at the end of ~/.profile)`
  return new BootFailure(
    'no-folder',
    `没有一个放命令的文件夹既能写入、又在 PATH 里。请${zh}，打开新的终端，再运行一次。`,
    `No folder for commands is both writable and on PATH. Please ${en}, open a new terminal and run again.`,
  )
}
