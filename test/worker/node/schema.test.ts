import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { migrateDatabase } from '../../../worker/node/migrateDatabase.ts'
import { sqliteDatabase } from '../../../worker/node/sqliteDatabase.ts'

const SCHEMA = readFileSync(new URL('../../../worker/store/SCHEMA.md', import.meta.url), 'utf8')

/** The tables of SCHEMA.md: the columns of their heading, and the values of their example. */
const documented = new Map(
  SCHEMA.split(/^\*\*(?=\w+\*\* — )/m)
    .slice(1)
    .map((text) => {
      const [heading = '', , example = ''] = text.split('\n').filter((line) => line.startsWith('|'))
      return [text.slice(0, text.indexOf('**')), { columns: cells(heading), example: cells(example) }] as const
    }),
)

/** The cells of a row of a table; `\|` belongs to a cell. */
function cells(row: string): readonly string[] {
  return row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim())
}

it('documents every table with its columns and an example row', async () => {
  const db = sqliteDatabase(':memory:')
  await migrateDatabase(db)
  const { results } = await db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'd1_migrations' ORDER BY name")
    .all<{ name: string }>()
  expect([...documented.keys()].sort()).toEqual(results.map(({ name }) => name))
  for (const { name } of results) {
    const { results: columns } = await db.prepare(`SELECT name FROM pragma_table_info('${name}')`).all<{ name: string }>()
    const { columns: said = [], example = [] } = documented.get(name) ?? {}
    const real = columns.map((column) => column.name)
    // A long table is cut short by "…": what is named must be there.
    if (said.includes('…')) expect(real, name).toEqual(expect.arrayContaining(said.filter((column) => column !== '…')))
    else expect([...said].sort(), name).toEqual([...real].sort())
    expect(example.length, `an example row of ${name}`).toBe(said.length)
  }
  db.close()
})
