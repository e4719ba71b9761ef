import { defineConfig } from 'vitest/config'

/** A parcel of every award, held against its notice; runs killed at random. `npm run test:parcel`. */
export default defineConfig({
  test: {
    include: ['test/parcel/**/*.test.ts'],
    // Each file starts browsers of its own.
    fileParallelism: false,
    reporters: ['default', 'json'],
    outputFile: { json: 'out/parcel-report.json' },
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
