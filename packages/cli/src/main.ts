#!/usr/bin/env node
import process from 'node:process'
import { run } from './run.ts'

// Whoever reads the output may stop before its end: `ziping awards | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  // Opening it costs time; only who asks for it pays.
  get stdin() {
    return process.stdin
  },
  stdout: process.stdout,
  stderr: process.stderr,
})
