// A script of the root's package.json, run by the shell itself: `node --run` turns every exit code into 1.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './checkout.mjs'
import { BootFailure } from './failure.mjs'

/** The script as a program with its words, the caller's arguments at its end. */
export function shellCommand(name, args) {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const script = scripts[name]
  if (script === undefined) throw noSuchScript(name, Object.keys(scripts))
  if (process.platform !== 'win32') {
    return { program: '/bin/sh', words: ['-c', `${script} "$@"`, name, ...args], options: {} }
  }
  const quoted = args.map((word) => `"${word.replaceAll('"', '""')}"`)
  return { program: [script, ...quoted].join(' '), words: [], options: { shell: true } }
}

function noSuchScript(name, names) {
  return new BootFailure(
    'no-such-script',
    `package.json 里没有脚本“${name}”。可用的有：${names.join('、')}。`,
    `package.json has no script “${name}”. There are: ${names.join(', ')}.`,
  )
}
