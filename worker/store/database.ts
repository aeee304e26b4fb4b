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
