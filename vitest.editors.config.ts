import { defineConfig } from 'vitest/config'

/** code-server is 600 MB from npm: only who asks for all editors waits for it. */
const isQuick = process.env['ZIPING_EDITORS'] === 'quick'

/** Tests with programs of other people that work with ziping (pre-commit, Neovim), and long editing sessions. `npm run test:editors` runs them. */
export default defineConfig({
  test: {
    include: ['test/editors/**/*.test.ts', 'test/language-server*.test.ts'],
    // Half an hour: see vitest.editors-long.config.ts.
    exclude: ['test/editors/long/**', ...(isQuick ? ['test/editors/code-server.test.ts'] : [])],
    reporters: ['default', 'json'],
    outputFile: { json: 'out/editors-report.json' },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
