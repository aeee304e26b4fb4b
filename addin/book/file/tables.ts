import { anyArea, areaText } from '../area.ts'
import { bodyOf, type Table, type TableColumn } from '../table.ts'
import { filterXml, readFilter } from './filterXml.ts'
import { type Attributes, attributesOf, attributesText, childOf, inside, isOn, rootOf } from './xml.ts'

/** Reads the part of a table; none where it says no area. */
export function readTable(xml: string): Table[] {
  const root = rootOf(xml)
  const said = attributesOf(xml, root)
  const area = anyArea(said.ref ?? '')
  if (!area) return []
  const filter = childOf(xml, root, 'autoFilter')
  const style = childOf(xml, root, 'tableStyleInfo')
  const columns = childOf(xml, root, 'tableColumns')
  return [
    {
      id: Number(said.id),
      name: said.displayName ?? said.name ?? '',
      area,
      hasHeader: said.headerRowCount !== '0',
      hasTotals: said.totalsRowCount === '1',
      hasFilter: filter !== undefined,
      criteria: (filter && readFilter(xml, filter)?.criteria) || new Map(),
      style: styleOf(style ? attributesOf(xml, style) : {}),
      columns: columns ? inside(xml, columns).map((piece) => readColumn(attributesOf(xml, piece), xml.slice(piece.from, piece.to))) : [],
    },
  ]
}

const styleOf = ({ name = '', showRowStripes, showColumnStripes, showFirstColumn, showLastColumn }: Attributes): Table['style'] => ({
  name,
  bandedRows: isOn(showRowStripes),
  bandedColumns: isOn(showColumnStripes),
  firstColumn: isOn(showFirstColumn),
  lastColumn: isOn(showLastColumn),
})

const readColumn = ({ id, name = '', ...attributes }: Attributes, inner: string): TableColumn => ({
  id: Number(id),
  name,
  attributes,
  inner,
})

/** What of a table is said in its opening tag. */
export const tableSaid = ({ id, name, area, hasHeader, hasTotals }: Table): Readonly<Record<string, string | undefined>> => ({
  id: String(id),
  name,
  displayName: name,
  ref: areaText(area),
  headerRowCount: hasHeader ? undefined : '0',
  totalsRowCount: hasTotals ? '1' : undefined,
})

/** The elements of a table by name; undefined of one that it does not have. */
export function tableElements(table: Table): Readonly<Record<string, string | undefined>> {
  const { area, hasHeader, hasFilter, criteria, style, columns } = table
  const look = {
    name: style.name,
    showFirstColumn: flag(style.firstColumn),
    showLastColumn: flag(style.lastColumn),
    showRowStripes: flag(style.bandedRows),
    showColumnStripes: flag(style.bandedColumns),
  }
  return {
    autoFilter: hasFilter && hasHeader ? filterXml({ area: { ...area, bottom: bodyOf(table).bottom }, criteria }) : undefined,
    tableColumns: `<tableColumns count="${columns.length}">${columns.map(columnXml).join('')}</tableColumns>`,
    tableStyleInfo: style.name ? `<tableStyleInfo${attributesText(look)}/>` : undefined,
  }
}

const flag = (on: boolean): string => (on ? '1' : '0')

function columnXml({ id, name, attributes, inner }: TableColumn): string {
  const tag = `tableColumn${attributesText({ id, name, ...attributes })}`
  return inner === '' ? `<${tag}/>` : `<${tag}>${inner}</tableColumn>`
}
