import { asScaled, decimalFromScaled } from '../quantity/scaled.ts'
import type { Register } from '../register/register.ts'
import { areaName, indicatorById, unitName } from '../register/registerIndex.ts'
import type { CityFigures } from '../wire/consolidation.ts'
import type { ProvenanceRow } from './reportDocument.ts'

/** Each figure and text of the report with unit, cell, version, as-of day and person; what is missing has a row too. */
export function provenanceOf(register: Register, consolidation: CityFigures): readonly ProvenanceRow[] {
  const rows: ProvenanceRow[] = []
  for (const found of consolidation.indicators) {
    const indicator = indicatorById(register, found.indicator)
    if (!indicator || indicator.kind === 'narrative') continue
    const about = { subject: indicator.id, name: indicator.name, measure: indicator.countMeasure ?? indicator.measure ?? '' }
    for (const area of found.areas) {
      const place = { ...about, area: areaName(register, area.area), asOf: area.asOf ?? '' }
      if (area.sources.length === 0) rows.push({ ...place, ...NOBODY, value: '暂未报送' })
      for (const { reporter, value, cell, version, seq, by, at } of area.sources) {
        rows.push({
          ...place,
          value: value === null ? '' : decimalFromScaled(asScaled(value)),
          reporter: unitName(register, reporter),
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
    const known = { reporter: unitName(register, reporter), asOf: asOf ?? '', by, at }
    rows.push({
      ...NOBODY,
      subject: task,
      name: '进展情况',
      area: areaName(register, register.city),
      value: '文字',
      measure: '',
      ...known,
    })
  }
  return rows
}

const NOBODY = { reporter: '', cell: '', version: '', seq: '', by: '', at: '' }
