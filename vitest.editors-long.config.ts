import { defineConfig } from 'vitest/config'

/** An hour of editing in Neovim. `npm run test:editors:long` runs it; `ZIPING_EDITS` says how many edits. */
export default defineConfig({
  test: { include: ['test/editors/long/**/*.test.ts'], testTimeout: 300_000 },
})
