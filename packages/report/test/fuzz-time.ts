const seconds = Number(process.env['ZIPING_FUZZ_SECONDS'] ?? 0)

/** The milliseconds that a test of a property may take, so that whoever asks for an hour gets it. */
export const fuzzTimeout: number = Math.max(120, 2 * seconds) * 1000

/**
 * How long a property is tried: the same inputs in every run of the tests, so that they never fail by chance;
 * `ZIPING_FUZZ_SECONDS` of new ones where someone asks for more.
 */
export function fuzzTime(usualRuns: number): {
  readonly numRuns: number
  readonly seed?: number
  readonly interruptAfterTimeLimit?: number
} {
  return seconds > 0
    ? { numRuns: 10_000_000, interruptAfterTimeLimit: seconds * 1000 }
    : { numRuns: usualRuns, seed: 19_580 }
}
