/** What reading one file came to, as a worker reports it. */
export interface Examination {
  /** 'opened', or the fault's tag with what it says further: "damaged xl/workbook.xml". */
  readonly outcome: string
  /** Processor time of the reading alone, in milliseconds. */
  readonly ms: number
  /** By how much the engine's heap and buffers had grown when it was read, in megabytes. */
  readonly megabytes: number
  /** Cells that hold a value. */
  readonly cells: number
  /** What another library reads of the same bytes: the cells that differ, or why it reads nothing. */
  readonly other: Comparison | { readonly refused: string }
  /** What saving it comes to; undefined where it is not opened. */
  readonly saving?: Saving
}

/** What a file is after it was opened and saved, or why it was not. */
export type Saving =
  | {
      /** The parts that differ though nothing was changed. */
      readonly unchanged: readonly string[]
      /** The kinds of parts that differ after one cell was changed, and whether that cell holds what was written. */
      readonly edited: readonly string[]
      readonly isReadBack: boolean
    }
  | { readonly refused: string }

/** Two readings of one workbook beside each other. */
export interface Comparison {
  /** Cells of ours that were compared. */
  readonly cells: number
  /** Cells that the other library reads. */
  readonly theirs: number
  readonly differences: readonly Difference[]
}

/** A place where two readings of a workbook differ. */
export interface Difference {
  readonly kind: 'sheet' | 'value' | 'format' | 'merge' | 'hiddenRow'
  /** "5月!E7"; the name of a sheet alone for what is the sheet's. */
  readonly at: string
  readonly ours: string
  readonly theirs: string
}
