import type { Database, Statement } from './database.ts'

/**
 * A statement whose SQL names its values (":until"), bound: D1 knows values by place alone. The SQL may mention a name as
 * often as it is needed, and names of letters only are taken for one. Throws for a name without a value: a bug.
 */
export function prepareNamed(db: Database, sql: string, values: Readonly<Record<string, string | number | null>>): Statement {
  const places = new Map(Object.keys(values).map((name, index) => [name, `?${index + 1}`]))
  const numbered = sql.replace(/:([A-Za-z]+)\b/g, (_, name: string) => {
    const place = places.get(name)
    if (place === undefined) throw new Error(`no value for :${name}`)
    return place
  })
  return db.prepare(numbered).bind(...Object.values(values))
}
