import { keyText } from '../../base/plainText.ts'
import { columnName } from '../../grid/a1.ts'
import { columnFieldsWhere } from '../../record/columnFields.ts'
import { type FigureRecord, recordKeyText } from '../../record/figureRecord.ts'
import { mayBeLedger } from '../../record/ledger.ts'
import type { RecognizedColumn, RecognizedTable } from '../../record/reading.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import { isItemHeading } from '../headings/itemHeadings.ts'
import { isTimeAlone } from '../headings/pathTime.ts'
import type { TableSource } from '../parsing/tableSetting.ts'
import { matchSubjects } from '../subjects/matchSubjects.ts'

/** Names of parts are cut off here: they are keys, not texts. */
const LONGEST_NAME = 60

/**
 * One indicator over several rows: where a table has a column for the items under a task or an area, rows of one subject
 * and area whose items are called differently, none with the whole registered target, are parts of it, named by their
 * item. They add up, as batches do. Rows that cannot be told apart stay what they are: a contradiction for a person to
 * settle.
 *
 *     task            item                     target   part
 *     周转宿舍107套     渑池县周转宿舍              15       渑池县周转宿舍
 *     周转宿舍107套     西闫一中周转宿舍            27       西闫一中周转宿舍
 *     新建农村公路      —                        300      "" (both rows state the whole target)
 *     湖滨区           东线                      10       东线, where the title says of what
 *     （承演单位）       市豫剧团                   90       市豫剧团, where nothing but the title says of what
 */
export function nameParts(source: Omit<TableSource, 'context'>, records: readonly FigureRecord[]): readonly FigureRecord[] {
  const item = itemColumn(source)
  if (!item) return records
  const groups = Map.groupBy(records, recordKeyText)
  if (groups.size === records.length) return records
  // many rows of single projects are added up by area once a person says so
  if (!isItemColumn(source.table, item) && mayBeLedger(records) && !addUpToTotal(source, records)) return records
  const named = new Map<FigureRecord, string>()
  for (const group of groups.values()) {
    const names = group.map(({ origin }) => itemName(source, item, origin.row))
    const differ = new Set(names).size === names.length && !names.includes('')
    if (group.length < 2 || !differ || !group.every((record) => mayBePart(source, item, record))) continue
    for (const [i, record] of group.entries()) named.set(record, names[i] ?? '')
  }
  return records.map((record) => {
    const part = named.get(record)
    if (part === undefined) return record
    const cell = `${columnName(item.column)}${record.origin.row}`
    return { ...record, part, origin: { ...record.origin, cells: { ...record.origin.cells, part: cell } } }
  })
}

/** What a row's item is called: as written, or as its merge says; without white space. */
function itemName({ view }: Pick<TableSource, 'view'>, { column, field }: RecognizedColumn, row: number): string {
  const written = field === undefined ? null : view.value(row, column)
  const name = written === null ? view.mergedText(row, column) : String(written)
  return keyText(name).slice(0, LONGEST_NAME)
}

/** A row that names a part already, or states the whole target, is not one part of several. */
function mayBePart({ register }: Pick<TableSource, 'register'>, item: RecognizedColumn, { subject, part, values }: FigureRecord): boolean {
  if (part !== '') return false
  // without a target 指标 beside 任务 may name two things rather than two parts of one
  if (values.target == null) return item.field !== 'indicator' || isItemHeading(item.header)
  const whole = indicatorById(register, subject)?.target?.value
  return whole === undefined || values.target < whole
}

const isItemColumn = ({ columns }: RecognizedTable, { field, header }: RecognizedColumn): boolean =>
  isItemHeading(header) || (field === 'indicator' && columns.some((column) => column.field === 'task'))

/** The column of items: by its heading, whatever it was taken for; else 指标 beside 任务. */
function itemColumn(source: Omit<TableSource, 'context'>): RecognizedColumn | undefined {
  const { columns } = source.table
  const headed = columns.find((column) => FIELDS.has(column.field) && isItemHeading(column.header))
  if (headed) return headed
  const [task, indicator] = [columns.find(({ field }) => field === 'task'), columns.find(({ field }) => field === 'indicator')]
  if (task && indicator) return indicator
  const only = task ?? indicator
  if (only) return columns.some(({ field }) => field === 'area') && namesNothingRegistered(source, only) ? only : undefined
  return namelessColumn(source)
}

/** The first column of words where no heading says what rows are about: troupes, bureaus, quarters of a town. */
function namelessColumn({ view, table }: Omit<TableSource, 'context'>): RecognizedColumn | undefined {
  if (table.columns.some(({ field }) => NAMES_ROWS.has(field))) return undefined
  const first = table.columns.find(({ field, column }) => field !== 'seq' && table.dataRows.some((row) => view.text(row, column) !== ''))
  const isNamed = first !== undefined && table.dataRows.every((row) => typeof view.value(row, first.column) === 'string')
  if (!isNamed || !(first.field === undefined || IS_UNIT.has(first.field))) return undefined
  // of months that stand below each other nobody knows whether they add up
  return table.dataRows.some((row) => isTimeAlone(view.text(row, first.column))) ? undefined : first
}

/**
 * Whether a total of the sheet adds up exactly these rows, in most columns of numbers: they are parts, whatever they are called.
 *
 *     承演单位      签约   已演
 *     市豫剧团      90     41
 *     市蒲剧团      70     33
 *     合计         160    74
 */
function addUpToTotal({ view, table }: Omit<TableSource, 'context'>, records: readonly FigureRecord[]): boolean {
  const rows = [...new Set(records.map(({ origin }) => origin.row))]
  return table.skipRows.some(({ row: total, reason }) => {
    if (reason !== 'total') return false
    const compared = table.columns.flatMap(({ column }) => {
      const stated = view.value(total, column)
      const parts = rows.map((row) => view.value(row, column))
      return typeof stated === 'number' && parts.some((part) => typeof part === 'number') ? [{ stated, parts }] : []
    })
    const equal = compared.filter(({ stated, parts }) => {
      const sum = parts.reduce<number>((all, part) => all + (typeof part === 'number' ? part : 0), 0)
      return Math.abs(sum - stated) < LEAST
    })
    return equal.length > 0 && equal.length * 2 > compared.length
  })
}
/** Sums of decimals differ by less. */
const LEAST = 1e-6

/** 项目 over 东线 and 西线 beside a column of counties: the title says of what they are items. */
function namesNothingRegistered({ view, table, register }: Omit<TableSource, 'context'>, { column }: RecognizedColumn): boolean {
  const names = new Set(table.dataRows.slice(0, LOOKED_AT).map((row) => view.text(row, column)))
  return [...names].every((name) => {
    const { indicators, task, candidates } = matchSubjects(register, name)
    return indicators.length === 0 && task === undefined && candidates === undefined
  })
}
/** So many rows are looked at for names of the register. */
const LOOKED_AT = 60

const NAMES_ROWS = columnFieldsWhere(({ group }) => group === 'naming')
const IS_UNIT: ReadonlySet<RecognizedColumn['field']> = new Set(['lead_unit', 'support_unit', 'resp_unit'])

const FIELDS: ReadonlySet<RecognizedColumn['field']> = new Set<RecognizedColumn['field']>([undefined, 'task', 'indicator', 'category'])
