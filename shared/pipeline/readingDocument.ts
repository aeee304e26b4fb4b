import { columnName, columnOf } from '../grid/a1.ts'
import { numberFromScaled, type Scaled } from '../quantity/scaled.ts'
import type { Origin } from '../record/figureRecord.ts'
import { sumPlace } from '../record/ledger.ts'
import type { RecognizedTable, StatedTotal } from '../record/reading.ts'
import type { Register } from '../register/register.ts'
import { registerIndex } from '../register/registerIndex.ts'
import type { ReadRecord, SheetReading } from './sheetReading.ts'

/** A reading as one JSON document for people and tools: snake_case, figures as numbers in the base measure, percent points. */
export function readingDocument(reading: SheetReading, register: Register): Readonly<Record<string, unknown>> {
  const { indicators } = registerIndex(register)
  const inTable = byTable(reading.tables, reading.records)
  const totalsIn = byTable(reading.tables, reading.totals)
  const isText = (record: ReadRecord) => !indicators.has(record.subject)
  const questions = [...reading.questions, ...ledgerQuestions(reading)]
  return {
    sheet_name: reading.sheetName,
    tables: reading.tables.map((table) => ({
      id: table.id,
      orientation: table.orientation,
      header_rows: table.headerRows,
      data_rows: table.dataRows,
      section_rows: table.sectionRows,
      skip_rows: table.skipRows,
      columns: Object.fromEntries(table.columns.map((column) => [columnName(column.column), columnDocument(column)])),
      rows: table.rows.map(({ row, subjects, area, why }) => ({ row, subjects, ...(area ? { area } : {}), why })),
      ...(table.title ? { title: table.title } : {}),
      meta: table.meta,
      records: inTable(table)
        .filter((record) => !isText(record))
        .map((record) => recordOf(record, indicators.get(record.subject)?.taskId, table)),
      texts: inTable(table).filter(isText).map(textOf),
      totals: totalsIn(table).map(totalOf),
    })),
    findings: reading.findings,
    ...(questions.length > 0 ? { questions } : {}),
    set_aside: reading.setAside,
    ...(reading.ledgers.length > 0 ? { ledgers: reading.ledgers } : {}),
    cells: reading.cellCount,
  }
}

/**
 * What lies in which table, by its row, and by its cells where tables side by side share rows; what lies in no table's rows
 * is told with each. Sorted once: a sheet may have a thousand tables.
 */
function byTable<T extends { readonly origin: Origin }>(
  tables: readonly RecognizedTable[],
  all: readonly T[],
): (table: RecognizedTable) => readonly T[] {
  const withRow = new Map<number, Set<RecognizedTable>>()
  for (const table of tables)
    for (const row of [...table.dataRows, ...table.skipRows.map((skip) => skip.row)]) {
      const there = withRow.get(row)
      if (there) there.add(table)
      else withRow.set(row, new Set([table]))
    }
  const found = new Map<RecognizedTable, T[]>(tables.map((table) => [table, []]))
  for (const one of all) for (const table of tablesOf(one.origin, tables, withRow)) found.get(table)?.push(one)
  return (table) => found.get(table) ?? []
}

function tablesOf(
  { row, cells }: Origin,
  tables: readonly RecognizedTable[],
  withRow: ReadonlyMap<number, ReadonlySet<RecognizedTable>>,
): readonly RecognizedTable[] {
  const owners = withRow.get(row)
  if (owners === undefined) return tables
  if (owners.size === 1) return [...owners]
  const columns = new Set(Object.values(cells).map(columnOf))
  return [...owners].filter((table) => table.columns.some(({ column }) => columns.has(column)))
}

/** Ledgers that wait, as what a person is asked: the cells are those whose figures wait. */
const ledgerQuestions = ({ ledgers, records, sheetName }: SheetReading) =>
  ledgers
    .filter(({ isAnswered }) => !isAnswered)
    .map(({ table, sums }) => {
      const cells = sums.flatMap((sum) => {
        const place = sumPlace(sum.rows[0] ?? 0, sum)
        const stated = records.find((one) => sumPlace(one.origin.row, one) === place)?.origin.cells.cumulative
        return stated === undefined ? [] : sum.rows.map((row) => `${columnName(columnOf(stated))}${row}`)
      })
      return { table, sheet: sheetName, kind: 'ledger', cell: cells[0] ?? `A${sums[0]?.rows[0] ?? 1}`, cells }
    })

const columnDocument = (column: RecognizedTable['columns'][number]) => ({
  field: column.field ?? null,
  header: column.header,
  ...(column.indicator ? { indicator: column.indicator } : {}),
  ...(column.area ? { area: column.area } : {}),
  ...(column.measure ? { unit: column.measure } : {}),
  ...(column.stage ? { stage: column.stage } : {}),
  ...(column.derived ? { derived: true } : {}),
  why: column.why,
})

const figure = (value: Scaled | null | undefined): number | null | undefined =>
  typeof value === 'number' ? numberFromScaled(value) : value

function recordOf(record: ReadRecord, task: string | undefined, table: RecognizedTable) {
  const { values } = record
  const counted = record.origin.cells.cumulative !== undefined || record.origin.cells.target !== undefined
  return without({
    row: record.origin.row,
    task,
    indicator: record.subject,
    area: record.area,
    ...(record.part === '' ? {} : table.orientation === 'milestones_as_rows' ? { node: record.part } : { batch: record.part }),
    target: figure(values.target),
    cumulative: figure(values.cumulative) ?? (counted ? null : undefined),
    period: figure(values.periodValue),
    previous: figure(values.previous),
    carry_over: figure(values.carryOver),
    unit: record.measure ?? undefined,
    stated_percent: figure(values.statedPercent),
    denominator: figure(values.denominator),
    invest_plan: figure(values.investPlan),
    invest_done: figure(values.investDone),
    as_of: values.asOf,
    planned: values.planned,
    actual: values.actual,
    done: values.done,
    stage: values.stage,
    disposition: record.disposition,
    cells: record.origin.cells,
    written: Object.keys(record.written).length > 0 ? record.written : undefined,
  })
}

const textOf = (record: ReadRecord) =>
  without({
    row: record.origin.row,
    task: record.subject,
    area: record.area,
    progress: record.values.progressText,
    issues: record.values.problems,
    next_steps: record.values.nextSteps,
    remark: record.values.remark,
  })

const totalOf = (total: StatedTotal) =>
  without({
    row: total.origin.row,
    kind: total.kind,
    indicator: total.subject,
    area: total.area,
    target: figure(total.values.target),
    cumulative: figure(total.values.cumulative),
    stated_percent: figure(total.values.statedPercent),
    cells: total.origin.cells,
  })

const without = <T extends object>(entry: T): Partial<T> =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as Partial<T>
