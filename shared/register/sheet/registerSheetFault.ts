/** A cell of a register's sheet that does not fit, and why: a word of docs/register.md ("unknownUnit"), worded where a person reads it. */
export interface RegisterSheetFault {
  readonly sheet: string
  readonly cell: string
  readonly text: string
  readonly reason: string
}
