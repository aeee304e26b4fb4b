import { namesApart } from '../base/namesApart.ts'
import { cityFigure } from '../consolidation/cityFigure.ts'
import { isAnswered, isInWords } from '../consolidation/reported.ts'
import { chinaTime } from '../quantity/dates/chinaDay.ts'
import { asScaled, decimalFromScaled } from '../quantity/scaled.ts'
import type { Indicator, Register } from '../register/register.ts'
import { areaName, indicatorById, unitName } from '../register/registerIndex.ts'
import type { CityFigures, IndicatorFigures, Source } from '../wire/consolidation.ts'
import type { ProvenanceRow } from './reportDocument.ts'
import { MISSING_WORDS, reportStateText, stageName } from './reportedWords.ts'

/** Each figure and text of the report with unit, cell, version, as-of day and person; what is missing has a row too, what is withheld has none. */
export const provenanceOf = (
  register: Register,
  { indicators, narratives }: CityFigures,
  { withheld, pending }: { readonly withheld: ReadonlySet<string>; readonly pending: ReadonlySet<string> },
): readonly ProvenanceRow[] => {
  const shown = indicators.filter(({ indicator }) => !withheld.has(indicator))
  const sources = shown.flatMap(({ areas, statedSources }) => [...areas.flatMap((area) => area.sources), ...statedSources])
  const nameOf = namesApart([...sources, ...narratives])
  return [
    ...shown.flatMap((found) => figureRows({ register, nameOf, pending, texts: new Set(narratives.map(({ task }) => task)) }, found)),
    ...narratives.map((narrative) => textRow(register, narrative, nameOf)),
  ]
}

/** Two people of one name are told apart. */
type NameOf = ReturnType<typeof namesApart>

/**
 * A row for each source of each area, and for what was stated for the whole city beside them; of an area that has the task and no
 * source, a row that says what was reported instead. A narrative has no figure.
 */
function figureRows(inputs: Omit<RowInputs, 'indicator'>, found: IndicatorFigures): readonly ProvenanceRow[] {
  const { register, nameOf, pending } = inputs
  const indicator = indicatorById(register, found.indicator)
  if (!indicator || indicator.kind === 'narrative') return []
  const about = { subject: indicator.id, name: indicator.name, measure: indicator.countMeasure ?? indicator.measure ?? '' }
  const stated = { ...about, area: areaName(register, indicator.area), asOf: '' }
  const note = cityFigure(found).statedOnly ? '全市另报，分县数暂未报送' : '全市另报，不计入合计'
  return [
    ...found.areas.flatMap((area) => areaRows({ ...inputs, indicator }, about, area)),
    ...found.statedSources.map((source) => ({
      ...stated,
      ...sourceCells(register, source, nameOf),
      note: withState(source.counted ? note : noteOf(indicator, source), source, pending),
    })),
  ]
}

interface RowInputs {
  readonly register: Register
  readonly indicator: Indicator
  readonly nameOf: NameOf
  /** Units whose period the office has not accepted. */
  readonly pending: ReadonlySet<string>
  /** The tasks whose text the report has. */
  readonly texts: ReadonlySet<string>
}

function areaRows(
  { register, indicator, nameOf, pending, texts }: RowInputs,
  about: Pick<ProvenanceRow, 'subject' | 'name' | 'measure'>,
  { area, asOf, due, reported, sources }: IndicatorFigures['areas'][number],
): readonly ProvenanceRow[] {
  const place = { ...about, area: areaName(register, area), asOf: asOf ?? '' }
  // what has no figure by its nature is reported by the text, which has a row of its own
  const isText = isInWords(indicator) && isAnswered(reported)
  const instead = isText ? (texts.has(indicator.taskId) ? '见进展情况文字' : '另有文字，报告未列') : MISSING_WORDS[reported]
  if (sources.length > 0) {
    return sources.map((source) => {
      const cells = sourceCells(register, source, nameOf)
      return {
        ...place,
        ...cells,
        value: cells.value || (isText ? '' : instead),
        note: withState(noteOf(indicator, source), source, pending),
      }
    })
  }
  return due ? [{ ...place, ...NOBODY, value: instead }] : []
}

/** With how far the report of the row is, where the office has not accepted it, or not as it is now. */
const withState = (note: string, source: Source, pending: ReadonlySet<string>): string =>
  [note, pending.has(source.reporter) || source.changed ? reportStateText(source) : ''].filter(Boolean).join('；')

/** "基本完工，不计入"; of a node whether it is done. */
function noteOf({ kind }: Indicator, { stage, counted }: Source): string {
  if (kind === 'milestone') return counted ? '已完成' : stage === null ? '尚未完成' : stageName(stage)
  if (stage === null) return ''
  return counted ? stageName(stage) : `${stageName(stage)}，不计入`
}

const sourceCells = (register: Register, { reporter, value, cell, version, seq, account, by, at, onBehalf }: Source, nameOf: NameOf) => ({
  value: value === null ? '' : decimalFromScaled(asScaled(value)),
  reporter: unitName(register, reporter),
  cell: cell ?? '',
  version: String(version),
  seq: String(seq),
  by: senderOf(nameOf({ account, by }), onBehalf),
  at: chinaTime(at),
})

const textRow = (
  register: Register,
  { task, reporter, asOf, reported, account, by, at, onBehalf }: CityFigures['narratives'][number],
  nameOf: NameOf,
): ProvenanceRow => ({
  ...NOBODY,
  subject: task,
  name: '进展情况',
  area: areaName(register, register.city),
  value: '文字',
  note: reported === 'noProgress' ? MISSING_WORDS.noProgress : '',
  measure: '',
  reporter: unitName(register, reporter),
  asOf: asOf ?? '',
  by: senderOf(nameOf({ account, by }), onBehalf),
  at: chinaTime(at),
})

/** Whoever sent it; of what the office sent for the unit, that it did. */
const senderOf = (name: string, onBehalf: boolean): string => (onBehalf ? `督查室代报（${name}）` : name)

const NOBODY = { note: '', reporter: '', cell: '', version: '', seq: '', by: '', at: '' }
