import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    update: process.argv.includes('--update=all') ? 'all' : 'none',
    reporters: ['default', 'json'],
    outputFile: { json: 'out/test-report.json' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
