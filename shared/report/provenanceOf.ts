import { namesApart } from '../base/namesApart.ts'
import { chinaTime } from '../quantity/dates/chinaDay.ts'
import { asScaled, decimalFromScaled } from '../quantity/scaled.ts'
import type { Register } from '../register/register.ts'
import { areaName, indicatorById, unitName } from '../register/registerIndex.ts'
import type { CityFigures, IndicatorFigures, Source } from '../wire/consolidation.ts'
import type { ProvenanceRow } from './reportDocument.ts'

/** Each figure and text of the report with unit, cell, version, as-of day and person; what is missing has a row too, what is withheld has none. */
export const provenanceOf = (
  register: Register,
  { indicators, narratives }: CityFigures,
  withheld: ReadonlySet<string>,
): readonly ProvenanceRow[] => {
  const shown = indicators.filter(({ indicator }) => !withheld.has(indicator))
  const sources = shown.flatMap(({ areas }) => areas.flatMap((area) => area.sources))
  const nameOf = namesApart([...sources, ...narratives])
  return [
    ...shown.flatMap((found) => figureRows(register, found, nameOf)),
    ...narratives.map((narrative) => textRow(register, narrative, nameOf)),
  ]
}

/** Two people of one name are told apart. */
type NameOf = ReturnType<typeof namesApart>

/** A row for each source of each area; of an area without a source, a row that says so. A narrative has no figure. */
function figureRows(register: Register, { indicator: id, areas }: IndicatorFigures, nameOf: NameOf): readonly ProvenanceRow[] {
  const indicator = indicatorById(register, id)
  if (!indicator || indicator.kind === 'narrative') return []
  const about = { subject: indicator.id, name: indicator.name, measure: indicator.countMeasure ?? indicator.measure ?? '' }
  return areas.flatMap(({ area, asOf, sources }) => {
    const place = { ...about, area: areaName(register, area), asOf: asOf ?? '' }
    if (sources.length === 0) return [{ ...place, ...NOBODY, value: '暂未报送' }]
    return sources.map((source) => ({ ...place, ...sourceCells(register, source, nameOf) }))
  })
}

const sourceCells = (register: Register, { reporter, value, cell, version, seq, account, by, at }: Source, nameOf: NameOf) => ({
  value: value === null ? '' : decimalFromScaled(asScaled(value)),
  reporter: unitName(register, reporter),
  cell: cell ?? '',
  version: String(version),
  seq: String(seq),
  by: nameOf({ account, by }),
  at: chinaTime(at),
})

const textRow = (
  register: Register,
  { task, reporter, asOf, account, by, at }: CityFigures['narratives'][number],
  nameOf: NameOf,
): ProvenanceRow => ({
  ...NOBODY,
  subject: task,
  name: '进展情况',
  area: areaName(register, register.city),
  value: '文字',
  measure: '',
  reporter: unitName(register, reporter),
  asOf: asOf ?? '',
  by: nameOf({ account, by }),
  at: chinaTime(at),
})

const NOBODY = { reporter: '', cell: '', version: '', seq: '', by: '', at: '' }
