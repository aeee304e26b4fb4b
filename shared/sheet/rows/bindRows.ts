import type { RowBinding } from '../../record/reading.ts'
import type { FoundArea } from '../../register/findArea.ts'
import { measureBehind } from '../headings/measureBehind.ts'
import { areaOfName } from '../subjects/areaOfName.ts'
import { type NamedRows, namingColumns, wordsOfRows } from './namedRows.ts'
import { type RowsOfTable, rowMeanings } from './rowMeaning.ts'
import { settleJointly } from './settleJointly.ts'

/**
 * Ties each data row to the register by its words, measure, target and section, and then by what the other rows have; what stays open carries its candidates. The
 * area is the row's own, else the section's: a column may have another (湖滨区目标).
 */
export function bindRows(table: RowsOfTable & NamedRows): readonly RowBinding[] {
  const naming = namingColumns(table.columns)
  const meaningOf = rowMeanings(table, naming)
  const areas = new Map<string, FoundArea | undefined>()
  const bindings = wordsOfRows(table.view, naming, table).map((words): RowBinding => {
    const { row, area, section, isFromAbove } = words
    const meaning = meaningOf(words)
    if (area !== '' && !areas.has(area)) areas.set(area, areaOfName(table.register, area))
    const found = areas.get(area)
    const code = found?.kind === 'area' ? found.area.code : section?.area
    const why = isFromAbove ? meaning.fromAbove : meaning.own
    const measure = section && measureBehind(table.register, section.text)
    return { row, subjects: meaning.subjects, ...(code === undefined ? {} : { area: code }), ...(measure ? { measure } : {}), why }
  })
  return settleJointly(bindings)
}
