import { measureFits } from '../../finding/measureFits.ts'
import type { CellValue } from '../../grid/grid.ts'
import { isNotApplicable } from '../../quantity/notApplicable.ts'
import { saysNothingYet } from '../../quantity/nothingYet.ts'
import type { ParsedQuantity } from '../../quantity/parsed.ts'
import { parsePercent } from '../../quantity/parsePercent.ts'
import { parseQuantity } from '../../quantity/parseQuantity.ts'
import { exactScaled, isPlainPercentage, pointsOf } from '../../quantity/plainFigures.ts'
import { asScaled, SCALED_LIMIT, type Scaled } from '../../quantity/scaled.ts'
import { decimalsOf } from '../../quantity/shortestDecimal.ts'
import type { Stage } from '../../quantity/stage.ts'
import { stageOf } from '../../quantity/stageWords.ts'
import type { Indicator, Register } from '../../register/register.ts'
import type { Label } from '../plans/label.ts'

/** A cell of a figure column as read. */
export interface FigureReading {
  readonly kind: 'figure' | 'mark' | 'error' | 'stage' | 'unreadable'
  readonly value?: Scaled
  readonly quantity?: ParsedQuantity
  readonly refused?: 'measure' | 'unreadable' | 'date'
  readonly stage?: Stage | undefined
  /** In percent points, for an indicator that is a percentage. */
  readonly percent?: boolean
}

const ERROR = /^#(?:DIV\/0!|REF!|VALUE!|N\/A|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!)/u

export const isErrorText = (value: CellValue): value is string => typeof value === 'string' && value.startsWith('#') && ERROR.test(value)

/** Reads numbers and texts of figure columns for one register; measures are compared once for each pair of words. */
export class FigureReader {
  private readonly register: Register
  private readonly same = new Map<Indicator, Map<string, boolean>>()
  private readonly texts = new Map<string, ParsedQuantity | null>()

  constructor(register: Register) {
    this.register = register
  }

  /** A count, a length, a sum of money: in the base measure, labels' 万 resolved. */
  read(value: CellValue, indicator: Indicator | undefined, label: Label | undefined, money = false): FigureReading {
    if (typeof value === 'number') return this.fromNumber(value, indicator, label, money)
    if (typeof value !== 'string') return UNREADABLE
    if (isErrorText(value)) return { kind: 'error' }
    const quantity = this.quantity(value, indicator?.measure ?? undefined)
    if (!quantity) return this.withoutFigure(value) ?? (saysNothingYet(value) ? NO_FIGURE : UNREADABLE)
    if (quantity.measure === '%' && indicator?.measure === '%') return this.readPercent(value, undefined, undefined)
    return this.judged(quantity, indicator, label, money)
  }

  /** A percentage in percent points. */
  readPercent(value: CellValue, format: string | undefined, expected: Scaled | undefined): FigureReading {
    if (isErrorText(value)) return { kind: 'error' }
    if (typeof value !== 'number' && typeof value !== 'string') return UNREADABLE
    if (typeof value === 'number' && format === undefined && isPlainPercentage(value)) {
      const raw = String(value)
      const plain = plainQuantity(pointsOf(value), decimalsOf(raw), '%', raw)
      return { kind: 'figure', value: plain.value, quantity: plain, percent: true }
    }
    const quantity = parsePercent(value, { ...(format === undefined ? {} : { format }), expected })
    if (quantity) return { kind: 'figure', value: quantity.value, quantity, percent: true }
    return (typeof value === 'string' ? this.withoutFigure(value) : undefined) ?? UNREADABLE
  }

  private fromNumber(value: number, indicator: Indicator | undefined, label: Label | undefined, money: boolean): FigureReading {
    const exact = Number.isInteger(value) ? exactScaled(value) : undefined
    const quantity = exact === undefined ? parseQuantity(value) : plainQuantity(exact, 0, null, String(value))
    return quantity ? this.judged(quantity, indicator, label, money) : UNREADABLE
  }

  /** A figure that was found, in the base measure of the indicator. */
  judged(quantity: ParsedQuantity, indicator: Indicator | undefined, label: Label | undefined, money = false): FigureReading {
    const word = quantity.measure ?? (label?.name === '' ? null : (label?.name ?? null))
    const { stage } = quantity
    if (word !== null && !money && indicator && !this.fits(word, indicator)) return { kind: 'figure', quantity, stage, refused: 'measure' }
    if (money && quantity.measure !== null && quantity.measure !== '元') return { kind: 'figure', quantity, stage, refused: 'measure' }
    const scale = quantity.scale === 1 && quantity.measure === null ? (label?.scale ?? 1) : 1
    const value = quantity.value * scale
    if (!Number.isSafeInteger(value) || Math.abs(value) >= SCALED_LIMIT) return UNREADABLE
    return { kind: 'figure', quantity, stage, value: asScaled(value) }
  }

  /** Whether a measure's word fits the indicator: its own measure, or what a percentage counts. */
  fits(word: string, indicator: Indicator): boolean {
    if (indicator.measure === null) return true
    const words = this.same.get(indicator) ?? new Map<string, boolean>()
    if (words.size === 0) this.same.set(indicator, words)
    const known = words.get(word)
    if (known !== undefined) return known
    const fit = measureFits(this.register, word, indicator)
    words.set(word, fit)
    return fit
  }

  private withoutFigure(value: string): FigureReading | undefined {
    if (isNotApplicable(value)) return { kind: 'mark' }
    const stage = value.length <= 20 ? stageOf(value) : undefined
    return stage && { kind: 'stage', stage }
  }

  private quantity(value: string, measure: string | undefined): ParsedQuantity | undefined {
    const key = measure === undefined ? value : `${value}\n${measure}`
    const known = this.texts.get(key)
    if (known !== undefined) return known ?? undefined
    const quantity = parseQuantity(value, measure)
    if (this.texts.size < 20_000 && value.length < 60) this.texts.set(key, quantity ?? null)
    return quantity
  }
}

/** 暂未上报: that is all it says. */
const NO_FIGURE: FigureReading = { kind: 'stage' }

const UNREADABLE: FigureReading = { kind: 'unreadable', refused: 'unreadable' }

/** A number of a number cell, with nothing around it. */
const plainQuantity = (value: Scaled, decimals: number, measure: string | null, raw: string): ParsedQuantity => ({
  value,
  decimals,
  measure,
  scale: 1,
  approx: null,
  fullWidth: false,
  inText: false,
  raw,
  before: '',
  after: '',
})
