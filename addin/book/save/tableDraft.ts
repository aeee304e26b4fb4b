import type { OpenedSheet } from '../file/openedFile.ts'
import { tableElements, tableSaid } from '../file/tables.ts'
import type { Table } from '../table.ts'
import { HEAD, OFFICE, type PackageDraft, STRICT } from './packageDraft.ts'
import { PartDraft } from './partDraft.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml'
const ORDER = ['autoFilter', 'sortState', 'tableColumns', 'tableStyleInfo', 'extLst']

/** Writes the tables of a sheet: parts of those that came or changed, and which of them the sheet has. */
export function writeTables(files: PackageDraft, draft: PartDraft, tables: readonly Table[], opened: OpenedSheet): void {
  const before = new Map(opened.content.tables.map((table) => [table.id, table]))
  const isSameList = tables.length === before.size && tables.every(({ id }) => before.has(id))
  for (const table of tables) {
    const [path, old] = [opened.tables.get(table.id), before.get(table.id)]
    if (path !== undefined && old && old !== table) files.change(path, (text) => changedTable(text, table, old))
  }
  if (isSameList) return
  const kept = new Set(tables.map(({ id }) => id))
  const gone = [...opened.tables].filter(([id]) => !kept.has(id)).map(([, path]) => path)
  const relations = files.relationsOf(opened.path)
  files.unrelate(
    opened.path,
    relations.filter(({ target }) => gone.includes(target)).map(({ id }) => id),
  )
  for (const path of gone) files.remove(path)
  const prefix = draft.prefixOf([OFFICE, STRICT], 'r')
  const parts = tables.map((table) => {
    const path = opened.tables.get(table.id)
    const id = path === undefined ? addTable(files, opened.path, table) : relations.find(({ target }) => target === path)?.id
    return `<tablePart ${prefix}id="${id}"/>`
  })
  draft.set('tableParts', parts.length === 0 ? '' : `<tableParts count="${parts.length}">${parts.join('')}</tableParts>`)
}

/** A table's part with what of it is another by now. */
function changedTable(text: string, table: Table, before: Table): string {
  const draft = new PartDraft(text, ORDER)
  const [now, old] = [tableSaid(table), tableSaid(before)]
  draft.say(Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== old[name])))
  const [elements, others] = [tableElements(table), tableElements(before)]
  for (const [name, element = ''] of Object.entries(elements)) if (element !== (others[name] ?? '')) draft.set(name, element)
  return draft.text
}

function addTable(files: PackageDraft, sheet: string, table: Table): string {
  const path = files.freePath('xl/tables/table')
  const draft = new PartDraft(`${HEAD}<table xmlns="${MAIN}"></table>`, ORDER)
  draft.say({ ...tableSaid(table), ...(table.hasTotals ? {} : { totalsRowShown: '0' }) })
  for (const [name, element = ''] of Object.entries(tableElements(table))) draft.set(name, element)
  files.add(path, TYPE, draft.text)
  return files.relate(sheet, 'table', path)
}
