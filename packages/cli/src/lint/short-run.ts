import { versions } from 'node:process'
import { setFlagsFromString } from 'node:v8'

/** What V8 takes itself: no function is longer. */
const usual = 61_440

/** The releases known to have the setting: another one would complain of it aloud. */
const major = Number.parseInt(versions.node, 10)
const isKnown = major >= 22 && major <= 25

/**
 * A report is judged in half a second: code that V8 optimizes meanwhile, on other cores, is hardly ever run, and costs a
 * fifth of all the time spent. Whoever judges many goes back to `longRun`.
 */
export function shortRun(): void {
  if (isKnown) setFlagsFromString('--max-optimized-bytecode-size=0')
}

/** From here on it pays to optimize. */
export function longRun(): void {
  if (isKnown) setFlagsFromString(`--max-optimized-bytecode-size=${usual}`)
}
