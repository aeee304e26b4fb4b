import type { BenchRow } from './benchRow.ts'

/** What an act and its floor took, run by run, in milliseconds. */
export interface Taken {
  readonly act: readonly number[]
  readonly least: readonly number[]
}

/** The medians of an act and of its floor, and the ratio of the two. */
export function rowOf({ name, clock, floor }: Pick<BenchRow, 'name' | 'clock' | 'floor'>, { act, least }: Taken): BenchRow {
  const [median_ms, floor_ms] = [median(act), median(least)]
  const spread_ms = [round2(Math.min(...act)), round2(Math.max(...act))] as const
  return { name, clock, median_ms: round2(median_ms), spread_ms, floor, floor_ms: round2(floor_ms), ratio: round2(median_ms / floor_ms) }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

export const round2 = (value: number): number => Math.round(value * 100) / 100
