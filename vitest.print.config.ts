import { defineConfig } from 'vitest/config'

/** Whole books printed and read back, page by page. `npm run test:print` runs them. */
export default defineConfig({
  test: {
    include: ['test/print/**/*.test.ts'],
    update: process.argv.includes('--update=all') ? 'all' : 'none',
    // Each file starts browsers of its own, and one of them prints a very long book: no more at a time than two.
    maxWorkers: 2,
    reporters: ['default', 'json'],
    outputFile: { json: 'out/print-report.json' },
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
