import { defineConfig } from 'vitest/config'

/** A gigabyte of evidence packed, and the memory it takes. Linux, 8 GB of disk. `npm run test:bulk`. */
export default defineConfig({
  test: {
    include: ['test/bulk/**/*.test.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: 'out/bulk-report.json' },
    testTimeout: 1_200_000,
    hookTimeout: 7_200_000,
  },
})
