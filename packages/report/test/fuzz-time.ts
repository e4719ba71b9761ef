/**
 * How long a property is tried: the same inputs in every run of the tests, so that they never fail by chance;
 * `ZIPING_FUZZ_SECONDS` of new ones where someone asks for more.
 */
export function fuzzTime(usualRuns: number): {
  readonly numRuns: number
  readonly seed?: number
  readonly interruptAfterTimeLimit?: number
} {
  const seconds = Number(process.env['ZIPING_FUZZ_SECONDS'] ?? 0)
  return seconds > 0
    ? { numRuns: 10_000_000, interruptAfterTimeLimit: seconds * 1000 }
    : { numRuns: usualRuns, seed: 19_580 }
}
