import { cityToday } from '../http/cityToday.ts'

/** 06:00 in China, as Cron has it on Cloudflare. */
const HOUR = 6
/** Timers of a day stop while a machine sleeps: the clock is looked at instead. */
const LOOK_MS = 30_000

/** The day ("2021-05-28") whose morning came last at this moment. */
export const lastMorning = (now: Date): string => cityToday(new Date(now.getTime() - HOUR * 3_600_000))

/**
 * Does the work now, for the morning that came last, and once after each morning that comes; what fails is tried again
 * at the next look. A machine that slept makes up for it when it wakes. Answers how to stop.
 */
export function everyMorning(work: () => Promise<void>, now: () => Date, failed: (error: unknown) => void): () => void {
  let done = ''
  let working = false
  const look = async () => {
    const morning = lastMorning(now())
    if (working || morning === done) return
    working = true
    try {
      await work()
      done = morning
    } catch (error) {
      failed(error)
    } finally {
      working = false
    }
  }
  void look()
  const timer = setInterval(() => void look(), LOOK_MS)
  return () => clearInterval(timer)
}
