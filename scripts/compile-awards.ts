// Writes content/compiled/<id>.json: every award as read and checked, so that a command need not do it again. A snapshot
// counts only while its sources have the same bytes; without one everything works, only slower.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { listAwards, makeAwardSnapshot } from '@ziping/award'

export async function compileAwards(): Promise<void> {
  for (const { id } of await listAwards()) {
    const snapshot = await makeAwardSnapshot(id)
    const fresh = `${snapshot.path}.${process.pid}`
    mkdirSync(path.dirname(snapshot.path), { recursive: true })
    writeFileSync(fresh, snapshot.text)
    renameSync(fresh, snapshot.path)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileAwards()
