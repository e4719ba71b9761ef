import { machineOf, printPdf } from '@ziping/pdf'
import { openPress } from '@ziping/session'
import { type Invocation, textOption } from './command.ts'
import type { Context } from './context.ts'
import type { JudgedWorkspace } from './lint/lint-workspace.ts'

/** Prints a page that stands by itself, with the browser and fonts that print the books. */
export async function printSheet(
  html: string,
  title: string,
  { workspace, subject }: JudgedWorkspace,
  { invocation, context }: { readonly invocation: Invocation; readonly context: Context },
): Promise<Uint8Array> {
  const browser = textOption(invocation, 'browser')
  await using press = openPress(machineOf(context.env), {
    ...(browser === undefined ? {} : { browser }),
    fonts: workspace.config.fonts ?? {},
    root: workspace.root,
  })
  const { bytes } = await printPdf(html, {
    browser: press.browser,
    fonts: press.fonts(),
    metadata: { title, author: '', language: context.language },
    date: new Date(`${subject.date ?? '1980-01-01'}T00:00:00Z`),
  })
  return bytes
}
