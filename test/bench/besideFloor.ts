import type { BenchRow } from './benchRow.ts'
import { rowOf } from './medians.ts'

/** An act of this process, and the least that could do it. */
export interface Measured {
  readonly name: string
  readonly act: () => unknown
  /** What the floor is, in words. */
  readonly floor: string
  readonly least: () => unknown
}

/** Bars hold for the median of so many runs. */
export const RUNS = 5
/** A floor that is done sooner is done again and again: what takes a few milliseconds meets chance. */
const LEAST_FLOOR_MS = 100

/**
 * Measures an act and its floor in turns, in processor time; a first turn of each warms up and is not counted. Garbage is not
 * collected by force between runs: the engine then forgets what it learnt of the code, and a reading takes three times as long.
 */
export async function besideFloor({ name, act, floor, least }: Measured): Promise<BenchRow> {
  const taken = { act: [] as number[], least: [] as number[] }
  for (let run = 0; run <= RUNS; run++) {
    const floored = await onceOf(least, LEAST_FLOOR_MS)
    const acted = await onceOf(act, 0)
    if (run === 0) continue
    taken.act.push(acted)
    taken.least.push(floored)
  }
  return rowOf({ name, clock: 'processor', floor }, taken)
}

/** Milliseconds that some work takes once, where it is repeated until all has taken `atLeast`. */
async function onceOf(work: () => unknown, atLeast: number): Promise<number> {
  const began = processorTime()
  let times = 0
  let taken = 0
  do {
    await work()
    times++
    taken = processorTime() - began
  } while (taken < atLeast)
  return taken / times
}

/** Milliseconds that this process has used so far, on all processors, the system's work for it among them. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
