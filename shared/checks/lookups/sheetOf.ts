import type { CheckFacts } from '../../finding/facts.ts'

/** The name of the sheet that is checked; "" where no cell of it was read. */
export const sheetOf = ({ records, cells }: CheckFacts): string => records[0]?.origin.sheet ?? cells[0]?.sheet ?? ''
