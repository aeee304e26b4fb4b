import { columnName } from '../../shared/grid/a1.ts'
import type { FileFault } from '../../shared/grid/files/fileFault.ts'
import { fileFaultWords } from '../../shared/grid/files/fileFaultWords.ts'
import type { JsonGridFault } from '../../shared/grid/gridFromJson.ts'
import type { Disposition, ReadingFault, SheetReading } from '../../shared/pipeline/sheetReading.ts'
import { decimalFromScaled, type Scaled } from '../../shared/quantity/scaled.ts'
import type { Orientation } from '../../shared/record/reading.ts'
import type { Register } from '../../shared/register/register.ts'
import { areaName, indicatorById } from '../../shared/register/registerIndex.ts'
import { findingLine } from './findingLine.ts'

const ORIENTATION: Readonly<Record<Orientation, string>> = {
  tasks_as_rows: '一行一项任务',
  counties_as_rows: '一行一个县（市、区）',
  indicators_as_rows_counties_as_columns: '一行一项指标，一列一个县（市、区）',
  milestones_as_rows: '一行一个节点',
}

const DISPOSITION: Readonly<Record<Disposition, string>> = {
  accept: '采用',
  confirm: '待确认',
  reject_value: '数据不采用',
  reject_row: '整行不采用',
  missing: '未报',
  not_started: '未开工',
}

const SEVERITY_ORDER = { error: 0, warning: 1, info: 2 } as const

/** A reading for people, in Chinese: tables, records, totals, and what is wrong, worst first. */
export function printReading(reading: SheetReading, register: Register): string {
  const lines = [`工作表“${reading.sheetName}”：${reading.tables.length} 个表，${reading.records.length} 条数据`]
  for (const table of reading.tables) {
    const { headerRows, dataRows, skipRows } = table
    lines.push(
      `  表 ${table.id}：${ORIENTATION[table.orientation]}；${headerRows.length > 0 ? `表头第 ${headerRows.join('、')} 行` : '没有表头'}，数据 ${dataRows.length} 行，跳过 ${skipRows.length} 行`,
    )
    for (const column of table.columns) {
      if (column.header === '' && column.field === undefined) continue
      lines.push(
        `    ${columnName(column.column)} ${column.header} → ${column.field ?? '未识别'}${column.indicator ? ` ${column.indicator}` : ''}`,
      )
    }
  }
  for (const record of reading.records) {
    const { target, cumulative, statedPercent } = record.values
    const indicator = indicatorById(register, record.subject)
    if (!indicator) continue
    lines.push(
      `  第 ${record.origin.row} 行 ${indicator.name} ${areaName(register, record.area)}${record.part ? ` ${record.part}` : ''}：` +
        `目标 ${shown(target)}，累计 ${shown(cumulative)}${record.measure ?? ''}${statedPercent == null ? '' : `，${shown(statedPercent)}%`}，${DISPOSITION[record.disposition]}`,
    )
  }
  const findings = [...reading.findings].sort((a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity])
  return [...lines, ...findings.map((finding) => `  ${findingLine(finding)}`)].join('\n')
}

const shown = (figure: Scaled | null | undefined): string => (typeof figure === 'number' ? decimalFromScaled(figure) : '—')

/** Why a file could not be read. */
export type UnreadFault = FileFault | JsonGridFault | { readonly tag: 'notFound' | 'notJson' }

/** Why a sheet or file could not be read, in one sentence. */
export function printFault(fault: ReadingFault | UnreadFault): string {
  switch (fault.tag) {
    case 'empty':
      return '工作表是空的。'
    case 'noTable':
      return '没有找到可识别的表格：找不到“序号、工作任务、县（市、区）、年度目标、累计完成”一类的表头。'
    case 'notFound':
      return '找不到文件。'
    case 'notJson':
    case 'notAGrid':
      return '文件像是 JSON，但不是一张表。'
    default:
      return fileFaultWords(fault)
  }
}
