import type { BenchRow } from './benchRow.ts'
import { rowOf } from './medians.ts'

/**
 * Measures an act and its floor that are another process's work, by the clock on the wall: in turns, so that a slow moment
 * of the machine meets both. The first turn of each warms up and is not counted. What this process does: `besideFloor`.
 */
export async function alternate(
  name: string,
  floor: string,
  rounds: number,
  act: (round: number) => Promise<unknown>,
  least: (round: number) => Promise<unknown>,
): Promise<BenchRow> {
  const taken = { act: [] as number[], least: [] as number[] }
  for (let round = 0; round <= rounds; round++) {
    const pair = [['act', act] as const, ['least', least] as const]
    for (const [which, run] of round % 2 ? pair.reverse() : pair) {
      const began = performance.now()
      await run(round)
      if (round > 0) taken[which].push(performance.now() - began)
    }
  }
  return rowOf({ name, clock: 'wall', floor }, taken)
}
