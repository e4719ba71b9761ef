import { defineConfig } from 'vitest/config'

/** The preview page in a real browser. `npm run test:preview` runs them. */
export default defineConfig({
  test: {
    include: ['test/preview/**/*.test.ts'],
    globalSetup: ['test/preview/own-packages.ts'],
    // Each file has a browser and a printing browser of its own.
    fileParallelism: false,
    reporters: ['default', 'json'],
    outputFile: { json: 'out/preview-report.json' },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
