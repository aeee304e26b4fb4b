/** The sentences about next month's sheet, before and after it is made. */
export interface NextSheetTexts {
  title(period: string): string
  lead(name: string): string
  readonly changed: string
  carried(count: number, cells: string): string
  cleared(count: number, cells: string): string
  reworded(cell: string, before: string, after: string): string
  readonly nothingReworded: string
  readonly stays: string
  readonly make: string
  readonly cancel: string
  made(name: string, period: string): string
  readonly separator: string
}
