#!/usr/bin/env node
// What .pre-commit-hooks.yaml starts: `ziping lint` on the files of the commit, by way of the launcher, so that
// pre-commit itself has nothing to install.
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const launcher = fileURLToPath(new URL('boot.mjs', import.meta.url))

// The launcher starts itself again with these words where this Node is too old.
process.argv = [process.execPath, launcher, 'ziping', 'lint', ...process.argv.slice(2)]
await import('./boot.mjs')
