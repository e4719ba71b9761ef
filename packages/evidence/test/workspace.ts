import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readWorkspace, type Workspace } from '@ziping/report'
import { onTestFinished } from 'vitest'

/** A workspace on disk with the files given, gone when the test is. */
export function workspaceWith(files: Readonly<Record<string, string | Uint8Array>>): Workspace {
  const root = mkdtempSync(path.join(tmpdir(), 'ziping-evidence-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const all = { 'ziping.yaml': 'award: nantong-org-2020\n', ...files }
  for (const [name, content] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), content)
  }
  return readWorkspace(root)
}
