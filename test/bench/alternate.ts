import type { BenchRow } from './benchRow.ts'

/**
 * Measures an act and its floor in turns, so that a slow moment of the machine meets both; the first turn of each warms
 * up and is not counted. The ratio is that of the medians.
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
  const [median_ms, floor_ms] = [median(taken.act), median(taken.least)]
  return { name, median_ms: round2(median_ms), floor, floor_ms: round2(floor_ms), ratio: round2(median_ms / floor_ms) }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

export const round2 = (value: number): number => Math.round(value * 100) / 100
