#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { cacheFolder } from './cache-folder.ts'

// Whoever reads the output may stop before its end: `ziping awards | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

// Node keeps what it has compiled. That must be asked for before the program itself is loaded, and is of use only to
// the bundled one: sources are written anew all the time.
const code = cacheFolder(process.env, 'code')
if (code !== undefined && !fileURLToPath(import.meta.url).endsWith('.ts')) enableCompileCache(code)

const { run } = await import('./run.ts')
process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  // Opening it costs time; only who asks for it pays.
  get stdin() {
    return process.stdin
  },
  stdout: process.stdout,
  stderr: process.stderr,
  interrupted: () => new Promise((resolve) => process.once('SIGINT', () => resolve())),
})
