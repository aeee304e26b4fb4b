import type { Scaled } from '../quantity/scaled.ts'
import type { Stage } from '../quantity/stage.ts'
import type { AreaCode } from '../register/register.ts'
import type { DateField, NumberField, TextField, ValueField } from './columnFields.ts'

/** What a record says; an absent field was not reported, null was cleared. */
export type RecordValues = { readonly [K in NumberField]?: Scaled | null } & { readonly [K in DateField | TextField]?: string | null } & {
  readonly stage?: Stage | null
  readonly done?: boolean | null
}

/** What a record is about. `part` is "" or the node of a milestone or a batch: batches add up, nodes never. */
export interface RecordKey {
  /** An indicator's id ("7.1.a"), or a task's ("7.1") for its narrative. */
  readonly subject: string
  readonly area: AreaCode
  readonly part: string
}

/** Where each value is in the user's workbook; travels to the server and back. */
export interface Origin {
  readonly sheet: string
  /** Excel's row number. */
  readonly row: number
  /** The address of each value ("E7"), and of the words that named the subject and the area. */
  readonly cells: { readonly [K in ValueField | 'subject' | 'area' | 'part']?: string }
}

export interface FigureRecord extends RecordKey {
  readonly values: RecordValues
  /** What the cell said, letter for letter, where that is not simply the figure ("２４．５", "约420户", "48%"). */
  readonly written: { readonly [K in ValueField]?: string }
  readonly origin: Origin
}

/** A text key of a record, unique within a period and reporter. */
export const recordKeyText = (key: RecordKey): string => `${key.subject}|${key.area}|${key.part}`
