import { Failure } from '@ziping/diagnostics'
import { type Context, say } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { showBug, showFailure } from '../print/failure.ts'
import { FolderWatch } from './folder-watch.ts'

/** The whole screen, what has scrolled off it, and the cursor back to the top. */
const cleared = '\u001B[2J\u001B[3J\u001B[H'

/** Lints again whenever something in the folders changes, until the user ends it; the last exit code counts. */
export async function watchLint(
  folders: readonly string[],
  lint: (context: Context) => Promise<ExitCode>,
  context: Context,
): Promise<ExitCode> {
  const ended = new AbortController()
  void context.interrupted().then(() => ended.abort())
  const watch = new FolderWatch(folders)
  try {
    for (;;) {
      const state = watch.state()
      const code = await lintOnce(lint, context)
      // The same findings as before could also mean that nothing was looked at.
      const now = new Date().toLocaleTimeString('en-GB')
      context.note(
        say(
          context,
          `${now} 检查完，等待修改，按 Ctrl-C 结束`,
          `Checked at ${now}, waiting for changes; Ctrl-C ends this`,
        ),
      )
      await watch.changeFrom(state, ended.signal)
      if (ended.signal.aborted) return code
    }
  } finally {
    watch.close()
  }
}

/** One state, shown only when it is complete, so that the screen is never empty meanwhile. */
async function lintOnce(
  lint: (context: Context) => Promise<ExitCode>,
  context: Context,
): Promise<ExitCode> {
  const held: (() => void)[] = []
  const holding: Context = {
    ...context,
    out: (text) => void held.push(() => context.out(text)),
    note: (text) => void held.push(() => context.note(text)),
  }
  const code = await lint(holding).catch((cause: unknown) => {
    // What stands in the way may be half-typed: it is said, and the watch goes on.
    holding.note(cause instanceof Failure ? showFailure(cause, context) : showBug(cause, context))
    return exitCodes.failure
  })
  if (context.isScreen) context.out(cleared)
  for (const show of held) show()
  return code
}
