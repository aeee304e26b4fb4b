import type { ColumnUse } from '../../../shared/record/columnUse.ts'
import type { OpenKind } from '../../../shared/record/openColumns.ts'
import type { Orientation, SkippedRow } from '../../../shared/record/reading.ts'
import type { AsideReason } from '../../../shared/record/setAside.ts'

/** 识别结果: how the sheet was understood, and how to say otherwise; fetched with the screen that shows it. */
export interface ReadingTexts {
  readonly table: string
  readonly headings: string
  readonly noHeadings: string
  readonly columns: string
  readonly rows: string
  readonly skipped: string
  readonly unknownColumn: string
  /** A column that the person said is none. */
  readonly notRead: string
  readonly thisColumnIs: string
  readonly itsFigures: string
  readonly uses: Readonly<Record<ColumnUse, string>>
  readonly thisRowIs: string
  readonly readAsTotalOrNote: string
  readonly correct: string
  readonly unsure: string
  readonly corrected: string
  readonly forget: string
  readonly cells: (read: number, skipped: number, reported: number) => string
  column(letter: string): string
  readonly orientations: Readonly<Record<Orientation, string>>
  readonly skipReasons: Readonly<Record<SkippedRow['reason'], string>>
  /** The heading of the figures that are known and not sent, up to where there are such, and why. */
  readonly setAside: string
  readonly setAsideTo: (last: string, count: number) => string
  readonly asideReasons: Readonly<Record<AsideReason, string>>
  /** By the recogniser's reason codes; a code without a sentence of its own shows `whyOther`. */
  readonly whys: Readonly<Record<string, string>>
  readonly whyOther: string
  /** Rows of single projects, and what they add up to. */
  readonly ledger: {
    title(subject: string, rows: number): string
    /** By which column the rows are told apart. */
    added(items: string): string
    counted(items: string): string
    ofTarget(value: string): string
    rows(ranges: string, count: number): string
    without(count: number): string
    notCounted(count: number): string
    readonly addUp: string
    readonly waits: string
  }
  /** What a person is asked of a table's columns; `choices` are the columns of `count` choices, joined by `or`. */
  readonly question: Readonly<Record<OpenKind, (choices: string, count: number) => string>> & {
    readonly or: string
    column(letter: string, header: string): string
    example(row: number, name: string): string
    readonly none: string
    waits(count: number): string
  }
}
