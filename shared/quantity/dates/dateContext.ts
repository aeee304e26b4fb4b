/** What is known around a date: the sheet's year and month complete one that leaves them out. */
export interface DateContext {
  readonly year?: number | undefined
  readonly month?: number | undefined
  readonly date1904?: boolean | undefined
  /** The cell's number format; a date format makes any number a serial. */
  readonly format?: string | undefined
}
