/**
 * What the store needs of a database: the shape of D1, so that D1 fits without an adapter and another SQLite can be
 * given one. A `batch` is one transaction: all statements, or none.
 */
export interface Database {
  prepare(sql: string): Statement
  batch<Row = Record<string, unknown>>(statements: Statement[]): Promise<{ results: Row[] }[]>
}

export interface Statement {
  bind(...values: (string | number | null)[]): Statement
  all<Row = Record<string, unknown>>(): Promise<{ results: Row[] }>
  first<Row = Record<string, unknown>>(): Promise<Row | null>
}

/** The first row of a statement that always has one; a bug where it has none. */
export function firstRow<Row>(answer: { readonly results: readonly unknown[] } | undefined): Row {
  const row = answer?.results[0]
  if (row === undefined) throw new Error('a statement that always has a row had none')
  return row as Row
}
