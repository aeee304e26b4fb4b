/**
 * What the store needs of a database: the shape of D1, so that D1 fits without an adapter and another SQLite can be
 * given one. A `batch` is one transaction: all statements, or none.
 */
export interface Database {
  prepare(sql: string): Statement
  batch<Row = Record<string, unknown>>(statements: Statement[]): Promise<{ results: readonly Row[] }[]>
}

/** A statement, and the values that it was bound to. */
export interface Statement {
  bind(...values: (string | number | null)[]): Statement
  all<Row = Record<string, unknown>>(): Promise<{ results: readonly Row[] }>
  first<Row = Record<string, unknown>>(): Promise<Row | null>
}

/** What a statement answered of which only the SQL says what its rows are. */
export interface Answer {
  readonly results: readonly unknown[]
}

/** The rows of an answer in the shape that the statement selects: the one place where that is taken at its word. */
export const rowsOf = <Row>(answer: Answer | undefined): readonly Row[] => (answer?.results ?? []) as readonly Row[]

/** The first row of an answer; undefined where it has none. */
export const rowOf = <Row>(answer: Answer | undefined): Row | undefined => rowsOf<Row>(answer)[0]

/** The first row of a statement that always has one; a bug where it has none. */
export function firstRow<Row>(answer: Answer | undefined): Row {
  const row = rowOf<Row>(answer)
  if (row === undefined) throw new Error('a statement that always has a row had none')
  return row
}
