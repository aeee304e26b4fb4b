import { wordList } from '../../base/wordList.ts'
import type { CellFact } from '../../finding/facts.ts'
import { isOfficialName } from '../../register/findArea.ts'
import { findUnit } from '../../register/findUnit.ts'
import type { Register, ReportingUnit } from '../../register/register.ts'
import type { SheetView } from '../view/sheetView.ts'
import { areaOfName, withoutOfWhich } from './areaOfName.ts'

/** What is known of the area that a cell names; written with inner spaces or by an old name it counts as an alias. */
export function areaFact(register: Register, view: SheetView, row: number, column: number): NonNullable<CellFact['area']> {
  const compact = view.mergedText(row, column)
  const value = view.value(row, column)
  const written = withoutOfWhich(typeof value === 'string' ? value.trim() : compact).trim()
  const found = areaOfName(register, compact)
  if (!found) return { name: compact, byAlias: false, zone: ZONE_ENDINGS.pattern.test(compact) }
  if (found.kind === 'zone') return { name: written, byAlias: found.name !== written, zone: true }
  return { name: written, code: found.area.code, byAlias: !isOfficialName(register, written, found.area), zone: false }
}

/** How the names of functional zones end, which are areas of no register. */
export const ZONE_ENDINGS = wordList(
  [
    { word: '开发区', example: '三门峡经济开发区' },
    { word: '示范区', example: '城乡一体化示范区' },
    { word: '高新区', example: '高新区' },
    { word: '新区', example: '商务新区' },
    { word: '管委会', example: '风景区管委会' },
    { word: '集聚区', example: '产业集聚区' },
    { word: '经开区', example: '经开区' },
  ],
  { frame: '{words}$' },
)

/** What separates the names of several units in one cell. */
const BETWEEN = /[、,，;；\n\r/|]+|\s{2,}|　+/u
/** Governments of counties in general: 各县（市、区）政府. */
const COUNTIES = /县.*市.*区|政府$|^各|^相关/u

/**
 * The reporting units that a cell names, one after the other. Governments of counties in general are left out, and 县教育局
 * in a county's own sheet is that county's.
 */
export function unitFacts(register: Register, text: string, home: ReportingUnit | undefined): NonNullable<CellFact['units']> {
  const names = text
    .split(BETWEEN)
    .flatMap((name) => (findUnit(register, name) ? [name] : name.split(/[和及]|\s+/u)))
    .map((name) => name.replace(/^[(（]?(牵头|配合|责任|主办|协办)[:：)）]/u, '').trim())
    .filter((name) => name.length > 1)
  const county = home?.kind === 'county_government'
  return names
    .filter((name) => !COUNTIES.test(name) || findUnit(register, name) !== undefined)
    .map((name) => {
      const found = findUnit(register, name)
      const countyBureau = county && /^[县区市]/u.test(name)
      return { name, ...(found ? { id: found.unit.id } : {}), byAlias: found?.byAlias ?? false, countyBureau }
    })
}
