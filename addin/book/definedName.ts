/** A name of the workbook for an area, a value or a formula. */
export interface DefinedName {
  readonly name: string
  /** The number of the sheet that it holds on; undefined where it holds everywhere. */
  readonly sheet?: number
  /** Without "=". */
  readonly formula: string
  /** All else that a file says of it ("hidden": "1", "comment": …). */
  readonly attributes: Readonly<Record<string, string>>
}
