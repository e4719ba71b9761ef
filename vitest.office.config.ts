import { defineConfig } from 'vitest/config'

/** Word files in the hands of others: LibreOffice, python-docx, the Open XML SDK. `npm run test:office` runs them. */
export default defineConfig({
  test: {
    include: ['test/office/**/*.test.ts'],
    globalSetup: ['test/office/own-packages.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: 'out/office-report.json' },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
