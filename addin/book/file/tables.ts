import type JSZip from 'jszip'
import { anyArea, areaText } from '../area.ts'
import type { Filter } from '../filter.ts'
import { bodyOf, type Table, type TableColumn } from '../table.ts'
import { AUTO_FILTER, filterXml, readFilter } from './filterXml.ts'
import { attribute, attributes, escaped, sheetPaths, unescaped } from './xml.ts'

const COLUMN = /<tableColumn\b((?:"[^"]*"|[^">])*?)(?:\/>|>([\s\S]*?)<\/tableColumn>)/g
/** What is kept of a column: numbers of looks mean others in the saved file. */
const KEPT = ['totalsRowLabel', 'totalsRowFunction']

/** The tables and the filter of a sheet, which ExcelJS loses parts of and cannot read where they filter by colour or average. */
export interface SheetTables {
  readonly tables: readonly Table[]
  readonly filter: Filter | undefined
}

/** Takes tables and filters out of a file, by sheet. */
export async function takeTables(zip: JSZip): Promise<Map<string, SheetTables>> {
  const found = new Map<string, SheetTables>()
  for (const [name, path] of await sheetPaths(zip)) {
    const xml = (await zip.file(path)?.async('string')) ?? ''
    const element = AUTO_FILTER.exec(xml)?.[0]
    const tables = await Promise.all(
      (await tablePaths(zip, path)).map(async (part) => readTable((await zip.file(part)?.async('string')) ?? '')),
    )
    found.set(name, { tables: tables.flat(), filter: element ? readFilter(element) : undefined })
  }
  for (const path of Object.keys(zip.files)) if (path.startsWith('xl/tables/')) zip.remove(path)
  return found
}

async function tablePaths(zip: JSZip, sheet: string): Promise<string[]> {
  const rels = sheet.replace(/([^/]+)$/, '_rels/$1.rels')
  const xml = (await zip.file(rels)?.async('string')) ?? ''
  const targets = [...xml.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => /relationships\/table"/.test(tag))
  return targets.map((tag) =>
    attribute(tag, 'Target')
      .replace(/^\.\.\//, 'xl/')
      .replace(/^\//, ''),
  )
}

function readTable(xml: string): Table[] {
  const tag = /<table\b[^>]*>/.exec(xml)?.[0] ?? ''
  const area = anyArea(attribute(tag, 'ref'))
  if (!area) return []
  const element = AUTO_FILTER.exec(xml)?.[0]
  const style = /<tableStyleInfo\b[^>]*>/.exec(xml)?.[0] ?? ''
  const isSet = (name: string) => attribute(style, name) === '1'
  return [
    {
      id: Number(attribute(tag, 'id')),
      name: unescaped(attribute(tag, 'displayName') || attribute(tag, 'name')),
      area,
      hasHeader: attribute(tag, 'headerRowCount') !== '0',
      hasTotals: attribute(tag, 'totalsRowCount') === '1',
      hasFilter: element !== undefined,
      criteria: (element && readFilter(element)?.criteria) || new Map(),
      style: {
        name: unescaped(attribute(style, 'name')),
        bandedRows: isSet('showRowStripes'),
        bandedColumns: isSet('showColumnStripes'),
        firstColumn: isSet('showFirstColumn'),
        lastColumn: isSet('showLastColumn'),
      },
      columns: [...xml.matchAll(COLUMN)].map(([, said = '', inner = '']) => readColumn(attributes(said), inner)),
    },
  ]
}

function readColumn({ id, name = '', ...said }: Readonly<Record<string, string>>, inner: string): TableColumn {
  return { id: Number(id), name, attributes: Object.fromEntries(Object.entries(said).filter(([key]) => KEPT.includes(key))), inner }
}

/** What ExcelJS must know of a table so that its part is declared and linked; the part itself is written by `tableXml`. */
export const tableModel = ({ id, name, area, columns }: Table) => ({
  id,
  name,
  displayName: name,
  tableRef: areaText(area),
  headerRow: true,
  totalsRow: false,
  autoFilterRef: areaText(area),
  style: {},
  columns: columns.map((column) => ({ name: column.name, filterButton: true })),
})

/** The part of a table; ids are by its place in the file. */
export function tableXml(table: Table, id: number): string {
  const { name, area, hasHeader, hasTotals, hasFilter, criteria, style, columns } = table
  const said = `id="${id}" name="${escaped(name)}" displayName="${escaped(name)}" ref="${areaText(area)}"`
  const rows = `${hasHeader ? '' : ' headerRowCount="0"'}${hasTotals ? ' totalsRowCount="1"' : ' totalsRowShown="0"'}`
  const filter = hasFilter && hasHeader ? filterXml({ area: { ...area, bottom: bodyOf(table).bottom }, criteria }) : ''
  const flag = (on: boolean) => (on ? '1' : '0')
  const look = `showFirstColumn="${flag(style.firstColumn)}" showLastColumn="${flag(style.lastColumn)}" showRowStripes="${flag(style.bandedRows)}" showColumnStripes="${flag(style.bandedColumns)}"`
  const info = style.name ? `<tableStyleInfo name="${escaped(style.name)}" ${look}/>` : ''
  const list = `<tableColumns count="${columns.length}">${columns.map(columnXml).join('')}</tableColumns>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<table xmlns="${NAMESPACE}" ${said}${rows}>${filter}${list}${info}</table>`
}

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

function columnXml({ id, name, attributes: said, inner }: TableColumn): string {
  const tag = Object.entries({ id: String(id), name, ...said }).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  return `<tableColumn${tag.join('')}>${inner}</tableColumn>`
}
