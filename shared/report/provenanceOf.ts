import { asScaled, decimalFromScaled } from '../quantity/scaled.ts'
import type { Register } from '../register/register.ts'
import type { CityFigures } from '../wire/consolidation.ts'
import type { ProvenanceRow } from './reportDocument.ts'

/** Each figure and text of the report with unit, cell, version, as-of day and person; what is missing has a row too. */
export function provenanceOf(register: Register, consolidation: CityFigures): readonly ProvenanceRow[] {
  const units = new Map(register.units.map((unit) => [unit.id, unit.name]))
  const areas = new Map(register.areas.map((area) => [area.code, area.name]))
  const indicators = new Map(register.indicators.map((indicator) => [indicator.id, indicator]))
  const rows: ProvenanceRow[] = []
  for (const found of consolidation.indicators) {
    const indicator = indicators.get(found.indicator)
    if (!indicator || indicator.kind === 'narrative') continue
    const about = { subject: indicator.id, name: indicator.name, measure: indicator.countMeasure ?? indicator.measure ?? '' }
    for (const area of found.areas) {
      const place = { ...about, area: areas.get(area.area) ?? area.area, asOf: area.asOf ?? '' }
      if (area.sources.length === 0) rows.push({ ...place, ...NOBODY, value: '暂未报送' })
      for (const { reporter, value, cell, version, seq, by, at } of area.sources) {
        rows.push({
          ...place,
          value: value === null ? '' : decimalFromScaled(asScaled(value)),
          reporter: units.get(reporter) ?? reporter,
          cell: cell ?? '',
          version: String(version),
          seq: String(seq),
          by,
          at,
        })
      }
    }
  }
  for (const { task, reporter, asOf, by, at } of consolidation.narratives) {
    const known = { reporter: units.get(reporter) ?? reporter, asOf: asOf ?? '', by, at }
    rows.push({
      ...NOBODY,
      subject: task,
      name: '进展情况',
      area: areas.get(register.city) ?? register.city,
      value: '文字',
      measure: '',
      ...known,
    })
  }
  return rows
}

const NOBODY = { reporter: '', cell: '', version: '', seq: '', by: '', at: '' }
