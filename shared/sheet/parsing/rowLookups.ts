import { keyText } from '../../base/plainText.ts'
import type { CellFact } from '../../finding/facts.ts'
import type { CellValue } from '../../grid/grid.ts'
import { parseDate } from '../../quantity/dates/parseDate.ts'
import type { ParsedDate } from '../../quantity/parsed.ts'
import type { RowBinding } from '../../record/reading.ts'
import type { Indicator } from '../../register/register.ts'
import { registerIndex } from '../../register/registerIndex.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { batchInWords } from '../plans/batchNames.ts'
import { type Label, labelOf } from '../plans/label.ts'
import { areaFact, unitFacts } from '../subjects/nameFacts.ts'
import { FigureReader } from './figureReader.ts'
import type { TableSetting } from './tableSetting.ts'

type AreaFact = NonNullable<CellFact['area']>
type UnitFacts = NonNullable<CellFact['units']>

/** What rows ask again and again, each looked up once a table: areas, units, parts, measures, dates by their words. */
export class RowLookups {
  /** Reads figures, and compares measures once for each pair of words. */
  readonly figures: FigureReader
  private readonly setting: TableSetting
  private readonly indicators: ReadonlyMap<string, Indicator>
  private lastIndicator: Indicator | undefined
  private readonly areas = new Map<string, AreaFact>()
  private readonly units = new Map<string, UnitFacts>()
  private readonly unitsNeedingFact = new Map<UnitFacts, boolean>()
  private readonly batches = new Map<string, string>()
  private readonly labels = new Map<string, Label | null>()
  private readonly dates = new Map<string, Map<CellValue, ParsedDate | null>>()

  constructor(setting: TableSetting) {
    this.setting = setting
    this.figures = new FigureReader(setting.register)
    this.indicators = registerIndex(setting.register).indicators
  }

  /** An indicator by its id; the cells of a row ask for the same one after the other. */
  indicatorOf(subject: string): Indicator | undefined {
    if (subject !== this.lastIndicator?.id) this.lastIndicator = this.indicators.get(subject)
    return this.lastIndicator
  }

  /** The area that a cell names, its merge's where it is blank itself; undefined where nothing is there. */
  areaFact(row: number, column: number): AreaFact | undefined {
    const { view, register } = this.setting
    const value = view.value(row, column)
    const key = typeof value === 'string' ? value : view.mergedText(row, column)
    if (key === '') return undefined
    const known = this.areas.get(key)
    if (known) return known
    const made = areaFact(register, view, row, column)
    this.areas.set(key, made)
    return made
  }

  /** The reporting units that a text names. */
  unitsNamed(text: string): UnitFacts {
    const known = this.units.get(text)
    if (known) return known
    const found = unitFacts(this.setting.register, text, this.setting.home)
    this.units.set(text, found)
    return found
  }

  /** Whether a check has anything to say of named units: one by another name, a county's bureau, others than the reporting one. */
  unitsNeedFact(units: UnitFacts): boolean {
    const known = this.unitsNeedingFact.get(units)
    if (known !== undefined) return known
    const { department } = this.setting
    const led = department === undefined || units.some(({ id }) => id === undefined || id === department.id)
    const needed = !led || units.some(({ byAlias, countyBureau }) => byAlias || countyBureau)
    this.unitsNeedingFact.set(units, needed)
    return needed
  }

  /** The batch or node that a row names: in its own column, in its name, or in the section above it; "" where in none. */
  partOf(row: number): string {
    const { view, partColumn, nameColumns, sectionBatches } = this.setting
    if (partColumn) return keyText(view.mergedText(row, partColumn.column))
    for (const plan of nameColumns) {
      const batch = this.batchIn(view.text(row, plan.column))
      if (batch !== '') return batch
    }
    for (const section of sectionBatches) if (section.row < row && row <= section.last) return section.batch
    return ''
  }

  private batchIn(words: string): string {
    const known = this.batches.get(words)
    if (known !== undefined) return known
    const batch = batchInWords(words)
    this.batches.set(words, batch)
    return batch
  }

  /** The measure that the row's unit column names, or the brackets behind its name or its section's: one label for all rows that say the same. */
  labelOfRow({ row, measure }: Pick<RowBinding, 'row' | 'measure'>): Label | undefined {
    const { view, measureColumn, nameColumns, register } = this.setting
    const word = measureColumn ? view.mergedText(row, measureColumn.column) : ''
    if (word !== '') return this.labelInWords(word)
    for (const plan of measureColumn ? [] : nameColumns) {
      const name = view.mergedText(row, plan.column)
      const label = ENDS_IN_BRACKETS.test(name) ? this.labelInWords(name) : undefined
      if (label) return label
    }
    return measure === undefined ? undefined : labelOf(register, measure, 'heading')
  }

  private labelInWords(words: string): Label | undefined {
    const known = this.labels.get(words)
    if (known !== undefined) return known ?? undefined
    const { measureColumn, register } = this.setting
    const label = measureColumn ? labelOf(register, words, 'unitColumn') : this.labelInName(words)
    this.labels.set(words, label ?? null)
    return label
  }

  /** The last measure in brackets of a name (城镇老旧小区改造（万户）). */
  private labelInName(name: string): Label | undefined {
    return normaliseHeading(name)
      .hints.map((hint) => labelOf(this.setting.register, hint, 'heading'))
      .findLast((label) => label !== undefined)
  }

  /** The date that a cell says under a number format; undefined where it says none. */
  dateOf(value: CellValue, format: string): ParsedDate | undefined {
    const dates = this.dates.get(format) ?? new Map<CellValue, ParsedDate | null>()
    if (dates.size === 0) this.dates.set(format, dates)
    const known = dates.get(value)
    if (known !== undefined) return known ?? undefined
    const { year, month, view } = this.setting
    const date = parseDate(value, { year, month, date1904: view.grid.date1904, format })
    dates.set(value, date ?? null)
    return date
  }
}

const ENDS_IN_BRACKETS = /[)）]$/u
