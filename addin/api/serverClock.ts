/** What the way of an answer, and a clock that is read a moment later, may make of a difference. */
const TOLERANCE_MS = 90_000

/** What the server says the time is. */
export interface ServerClock {
  /** Takes in the Date header of an answer; one that is no date says nothing. */
  hear(date: string | null): void
  /** ISO */
  now(): string
}

/**
 * The server's time, as its answers give it to the second: a deadline is the city's, and no wrong clock of somebody's
 * computer moves it. Until an answer came, and where the two agree, it is the computer's own.
 */
export function serverClock(own: () => number = Date.now): ServerClock {
  let ahead = 0
  return {
    hear(date) {
      const heard = date === null ? Number.NaN : Date.parse(date)
      if (Number.isNaN(heard)) return
      const difference = heard - own()
      ahead = Math.abs(difference) > TOLERANCE_MS ? difference : 0
    },
    now: () => new Date(own() + ahead).toISOString(),
  }
}
