import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    // They need programs that npm does not bring, or minutes: see vitest.editors, vitest.office, vitest.parcel, vitest.preview and vitest.print.config.ts.
    exclude: [
      'test/language-server.test.ts',
      'test/language-server-sessions.test.ts',
      'test/bulk/**',
      'test/editors/**',
      'test/office/**',
      'test/parcel/**',
      'test/preview/**',
      'test/print/**',
      '**/node_modules/**',
    ],
    pool: 'threads',
    isolate: false,
    update: process.argv.includes('--update=all') ? 'all' : 'none',
    reporters: ['default', 'json'],
    outputFile: { json: 'out/test-report.json' },
    // Generous: on a busy machine a test may be slow, and that is no fault of what it tests.
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
})
