import { describe, expect, it } from 'vitest'
import { gridFromJson } from '../../../shared/grid/gridFromJson.ts'
import { readingDocument } from '../../../shared/pipeline/readingDocument.ts'
import { readSheet } from '../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { labelledSheet, sheetNames } from '../../sheets/labelledSheet.ts'

const COMPARED = [
  'target',
  'cumulative',
  'period',
  'unit',
  'stated_percent',
  'denominator',
  'as_of',
  'planned',
  'actual',
  'done',
  'batch',
  'disposition',
]

interface Labels {
  readonly tables: readonly {
    readonly header_rows: readonly number[]
    readonly data_rows: readonly number[]
    readonly columns: Readonly<Record<string, { readonly field: string; readonly indicator?: string }>>
    readonly records: readonly Readonly<Record<string, unknown>>[]
  }[]
  readonly findings: readonly {
    readonly cell: string
    readonly cells?: readonly string[]
    readonly code: string
    readonly severity: string
    readonly tier: string
  }[]
}

interface Answer {
  readonly tables: readonly {
    readonly header_rows: readonly number[]
    readonly data_rows: readonly number[]
    readonly columns: Readonly<Record<string, { readonly field: string | null; readonly indicator?: string }>>
    readonly records: readonly Readonly<Record<string, unknown>>[]
  }[]
  readonly findings: readonly {
    readonly cell: string
    readonly cells?: readonly string[]
    readonly code: string
    readonly severity: string
  }[]
}

const keyOf = (record: Readonly<Record<string, unknown>>) => [record.row, record.indicator, record.area, record.node ?? ''].join('|')

const spread = (finding: { readonly cell: string; readonly cells?: readonly string[] }): readonly string[] =>
  (finding.cells ?? [finding.cell]).flatMap((reference) => {
    const range = /^([A-Z]+)(\d+):\1(\d+)$/u.exec(reference)
    if (!range) return [reference]
    return Array.from({ length: Number(range[3]) - Number(range[2]) + 1 }, (_, i) => `${range[1]}${Number(range[2]) + i}`)
  })

function answerFor(name: string): { readonly labels: Labels; readonly answer: Answer } {
  const { expect: labels, ...question } = labelledSheet<{ readonly expect: Labels }>(name)
  const read = gridFromJson(question)
  if (!read.ok) throw new Error(`${name} is no grid`)
  const { unit, ...context } = read.value.context
  const reading = readSheet(read.value.grid, register2021, { ...context, ...(unit === undefined ? {} : { reporter: unit }) })
  if (!reading.ok) throw new Error(`${name}: ${reading.fault.tag}`)
  return { labels, answer: readingDocument(reading.value, register2021) as unknown as Answer }
}

const reached = sheetNames.filter((name) => labelledSheet(name).open === undefined)

describe.each(reached)('%s', (name) => {
  const { labels, answer } = answerFor(name)

  it('finds the tables with their headings and rows of data', () => {
    const shape = (tables: Labels['tables'] | Answer['tables']) => tables.map((t) => ({ header: t.header_rows, data: t.data_rows }))
    expect(shape(answer.tables)).toEqual(shape(labels.tables))
  })

  it('knows what the columns are', () => {
    const wanted = labels.tables.flatMap((table, i) =>
      Object.entries(table.columns).map(([letter, c]) => `${i} ${letter} ${c.field} ${c.indicator ?? ''}`),
    )
    const got = labels.tables.flatMap((table, i) =>
      Object.keys(table.columns).map((letter) => {
        const column = answer.tables[i]?.columns[letter]
        return `${i} ${letter} ${column?.field} ${column?.indicator ?? ''}`
      }),
    )
    expect(got).toEqual(wanted)
  })

  it('reads the records and no others', () => {
    const pick = (record: Readonly<Record<string, unknown>>, like: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(COMPARED.filter((field) => field in like).map((field) => [field, record[field] ?? null]))
    const records = new Map(answer.tables.flatMap((table) => table.records).map((record) => [keyOf(record), record]))
    const wanted = labels.tables.flatMap((table) => table.records)
    expect([...records.keys()].sort()).toEqual(wanted.map(keyOf).sort())
    expect(wanted.map((want) => [keyOf(want), pick(records.get(keyOf(want)) ?? {}, want)])).toEqual(
      wanted.map((want) => [keyOf(want), pick(want, want)]),
    )
  })

  it('raises what can be derived from sheet and register, and no error beside it', () => {
    const raised = answer.findings.flatMap((finding) => spread(finding).map((cell) => `${cell} ${finding.code} ${finding.severity}`))
    const must = labels.findings.filter((finding) => finding.tier === 'must')
    const missing = must.filter(
      (finding) => !spread(finding).some((cell) => raised.includes(`${cell} ${finding.code} ${finding.severity}`)),
    )
    expect(missing.map((finding) => `${finding.cell} ${finding.code}`)).toEqual([])
    const known = new Set(labels.findings.flatMap(spread))
    expect(raised.filter((text) => text.endsWith(' error') && !known.has(text.split(' ')[0] ?? ''))).toEqual([])
  })

  it('is not taken for another unit’s or month’s, which would withhold all of it', () => {
    const waits = ['SHEET_OF_OTHER_UNIT', 'PERIOD_MISMATCH']
    const waiting = (findings: readonly { readonly cell: string; readonly code: string }[]) =>
      findings.filter(({ code }) => waits.includes(code)).map(({ cell, code }) => `${cell} ${code}`)
    expect(waiting(answer.findings)).toEqual(waiting(labels.findings))
  })
})
