/** How long a property is tried: a moment in every run of the tests, `ZIPING_FUZZ_SECONDS` where someone asks for more. */
export function fuzzTime(usualMs: number): { numRuns: number; interruptAfterTimeLimit: number } {
  const seconds = Number(process.env['ZIPING_FUZZ_SECONDS'] ?? 0)
  return { numRuns: 10_000_000, interruptAfterTimeLimit: seconds > 0 ? seconds * 1000 : usualMs }
}
