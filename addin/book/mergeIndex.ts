import type { Area } from '../../shared/grid/a1.ts'
import { contains, rowsOf } from './area.ts'

/** A merge of more rows is looked up by itself: a row each would be a million of a whole column. */
const TALL = 1000

/** Finds the merge of a cell. */
export class MergeIndex {
  /** Of which merges this is the index. */
  readonly merges: readonly Area[]
  readonly #byRow = new Map<number, Area[]>()
  readonly #tall: Area[] = []

  constructor(merges: readonly Area[]) {
    this.merges = merges
    for (const merge of merges) {
      if (rowsOf(merge) > TALL) this.#tall.push(merge)
      else for (let row = merge.top; row <= merge.bottom; row++) this.#byRow.set(row, [...(this.#byRow.get(row) ?? []), merge])
    }
  }

  /** The merges that cross a row. */
  crossing(row: number): readonly Area[] {
    const here = this.#byRow.get(row) ?? []
    const tall = this.#tall.filter((merge) => row >= merge.top && row <= merge.bottom)
    return tall.length > 0 ? [...here, ...tall] : here
  }

  at(row: number, column: number): Area | undefined {
    return this.crossing(row).find((merge) => contains(merge, row, column))
  }
}
