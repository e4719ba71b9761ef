// Runs another program as if it were this one: same terminal, same folder, same signals, same exit code.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import process from 'node:process'

/** Signals another process may send to this one. SIGINT is passed on only where no terminal does so already. */
const passedOn = ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGUSR2']

/** Ends this process the way the program ends: with its exit code, or by the signal that killed it. */
export async function runInPlace(program, args, options = {}) {
  const child = spawn(program, args, { stdio: 'inherit', ...options })
  const stopPassing = passSignalsTo(child)
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (...end) => resolve(end))
  }).catch(async (error) => {
    const { notStarted } = await import('./failure.mjs')
    throw notStarted(program, error)
  })
  stopPassing()
  if (signal === null) process.exit(code)
  process.kill(process.pid, signal)
  // Windows, and signals that Node itself ignores, come back from kill.
  process.exit(128 + (constants.signals[signal] ?? 0))
}

function passSignalsTo(child) {
  const handlers = passedOn.map((signal) => {
    const handler = () => {
      if (signal === 'SIGINT' && hasTerminal()) return
      child.kill(signal)
    }
    return [signal, handler]
  })
  for (const [signal, handler] of handlers) process.on(signal, handler)
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler)
  }
}

/** On a terminal Ctrl-C reaches the whole group; passing it on would make it two. */
function hasTerminal() {
  return Boolean(process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY)
}
