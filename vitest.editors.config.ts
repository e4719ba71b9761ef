import { defineConfig } from 'vitest/config'

/** Tests with programs of other people that work with ziping (pre-commit, Neovim), and long editing sessions. `npm run test:editors` runs them. */
export default defineConfig({
  test: {
    include: ['test/editors/**/*.test.ts', 'test/language-server*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
