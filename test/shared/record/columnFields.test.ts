import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { en } from '../../../addin/pane/text/en.ts'
import { zhCN } from '../../../addin/pane/text/zh-CN.ts'
import { keysOf } from '../../../shared/base/keysOf.ts'
import { COLUMN_FIELDS, columnFieldsWhere, VALUE_FIELDS, VALUES } from '../../../shared/record/columnFields.ts'
import { HEADING_TEXTS } from '../../../shared/sheet/headings/headingTexts.ts'
import { SYNC_COLUMNS } from '../../../shared/wire/sync.ts'

const MIGRATIONS = new URL('../../../worker/store/migrations/', import.meta.url)
const sql = readdirSync(MIGRATIONS)
  .sort()
  .map((name) => readFileSync(new URL(name, MIGRATIONS), 'utf8'))
  .join('\n')

/** The columns of a table with their types, as all migrations leave them. */
function columnsOf(table: string): ReadonlyMap<string, string> {
  const body = new RegExp(`CREATE TABLE ${table} \\((.*?)\\n\\)`, 's').exec(sql)?.[1] ?? ''
  const added = [...sql.matchAll(new RegExp(`ALTER TABLE ${table} ADD COLUMN (\\w+ \\w+)`, 'g'))].map(([, column]) => column ?? '')
  const lines = [...body.split('\n'), ...added].map((line) => /^\s*([a-z_]+) ([A-Z]+)/.exec(line))
  return new Map(lines.flatMap((line) => (line?.[1] && line[2] ? [[line[1], line[2]] as const] : [])))
}

const SQL_TYPES = { figure: 'INTEGER', flag: 'INTEGER', date: 'TEXT', stage: 'TEXT', text: 'TEXT' } as const

describe.each(VALUE_FIELDS)('the value %s', (field) => {
  const { kind, unit, column } = VALUES[field]

  it('travels under its name', () => {
    expect(SYNC_COLUMNS).toContain(field)
  })

  it.each(['records', 'history'])('has its column in %s', (table) => {
    expect(columnsOf(table).get(column)).toBe(SQL_TYPES[kind])
  })

  it('has a word in both languages', () => {
    expect([zhCN.fields[field], en.fields[field]]).not.toContain('')
    expect(zhCN.fields[field]).toMatch(/[\u4e00-\u9fff]/)
  })

  it('says what it is counted in if it is a figure, and only then', () => {
    expect(unit !== undefined).toBe(kind === 'figure')
  })
})

describe.each(keysOf(COLUMN_FIELDS))('the column %s', (field) => {
  const { group, fills, checked } = COLUMN_FIELDS[field]

  it('has a word in both languages', () => {
    expect([zhCN.columnFields[field], en.columnFields[field]]).not.toContain('')
  })

  it('has headings by which it is known', () => {
    expect(HEADING_TEXTS[field]?.length ?? 0).toBeGreaterThan(0)
  })

  it('fills a value of its own kind', () => {
    const kinds = { figure: 'figure', percentage: 'figure', date: 'date', flag: 'flag', text: 'text' } as const
    if (fills === undefined) return
    expect(Object.entries(kinds)).toContainEqual([group, VALUES[fills].kind])
    expect(VALUES[fills].unit === 'percent').toBe(group === 'percentage')
    expect(checked).not.toBe('never')
  })
})

it('every value is filled by a column, but for those that the reader finds in others', () => {
  const filled = new Set(keysOf(COLUMN_FIELDS).flatMap((field) => COLUMN_FIELDS[field].fills ?? []))
  expect(VALUE_FIELDS.filter((field) => !filled.has(field))).toEqual(['denominator', 'stage'])
})

it('a question about columns is a set, of which a column without a field is none', () => {
  const texts = columnFieldsWhere(({ group }) => group === 'text')
  expect([...texts]).toEqual(['progress_text', 'issues', 'next_steps', 'issues_next_steps', 'remark'])
  expect(texts.has(undefined)).toBe(false)
})
