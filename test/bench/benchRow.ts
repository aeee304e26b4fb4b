/** A measured act beside the least that could do it: the same work without what the product adds. */
export interface BenchRow {
  readonly name: string
  /** processor: of the process that does the work, whatever else the machine does. wall: what somebody waits. */
  readonly clock: 'processor' | 'wall'
  readonly median_ms: number
  /** The least and the most of the runs. */
  readonly spread_ms?: readonly [number, number]
  /** What the floor is, in words. */
  readonly floor: string
  readonly floor_ms: number
  readonly ratio: number
  /** Peak heap, where it is asked for. */
  readonly peak_mb?: number
  /** How often the workbook's host was asked, where it was. */
  readonly round_trips?: number
  /** How many records a reading gave. */
  readonly records?: number
}

/** A module of test/bench: its default export measures and gives its rows. */
export type Bench = () => Promise<readonly BenchRow[]>
