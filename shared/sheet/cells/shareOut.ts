import { overlapOf } from '../../narrative/words/taskWords.ts'
import { SCALE } from '../../quantity/scaled.ts'
import type { Indicator } from '../../register/register.ts'
import { registerIndex } from '../../register/registerIndex.ts'
import type { TableReading } from '../parsing/row.ts'
import type { RecordBuilder } from '../tally/recordBuilder.ts'
import { meaningOfStatement, wordsOfIndicator } from './statementRole.ts'
import type { Statement } from './statements.ts'

/** A record and the figure of a shared cell that is its own. */
export interface Share {
  readonly builder: RecordBuilder
  readonly statement: Statement
}

/** Several figures in one cell of a row of several indicators. */
export interface ToShare {
  readonly table: TableReading
  readonly statements: readonly Statement[]
  /** In the order in which the row names them. */
  readonly builders: readonly RecordBuilder[]
  readonly isTarget: boolean
}

/**
 * Gives each record one of the figures, no figure to two: by area names, words, measures, registered targets and, where there
 * is one for each, their order. Undefined where some record gets none, or another way to share is as good.
 *
 *     供热6公里、燃气10公里         供热管网 6, 燃气管道 10        words
 *     6座；4个                   换热站 6, 社区用房 4          the measure's own word
 *     96个、214场                阅报栏 96, 百场戏 214         measures
 *     25.6|130                  农村公路 25.6, 自然村 130      order, and no village is halved
 *     702/5210                  undefined for targets of 7000 and 986 in this order
 */
export function shareOut(asked: ToShare): readonly Share[] | undefined {
  const { builders } = asked
  const statements = asked.statements.flatMap((statement) => halvesOf(statement, asked))
  const shared = { ...asked, statements }
  if (builders.length < 2 || builders.length > MOST || statements.length < builders.length || statements.length > MOST) return undefined
  const fits = builders.map((builder, place) => statements.map((statement, i) => fitOf(shared, { builder, place, statement, i })))
  let best: { readonly sum: number; readonly picks: readonly number[] } | undefined
  let second = Number.NEGATIVE_INFINITY
  const search = (picks: readonly number[], sum: number) => {
    const own = fits[picks.length]
    if (!own) {
      if (best === undefined || sum > best.sum) {
        second = best?.sum ?? second
        best = { sum, picks }
      } else second = Math.max(second, sum)
      return
    }
    own.forEach((fit, i) => {
      if (fit !== undefined && !picks.includes(i)) search([...picks, i], sum + fit)
    })
  }
  search([], 0)
  if (!best || best.sum - second < CLEARLY) return undefined
  return builders.flatMap((builder, place) => {
    const statement = statements[best?.picks[place] ?? -1]
    return statement ? [{ builder, statement }] : []
  })
}

/** 146/123 is two figures beside each other, unless the second is a target, of which the first is then a part. */
function halvesOf(statement: Statement, { builders, isTarget }: ToShare): readonly Statement[] {
  const { of: whole, ...first } = statement.quantity
  const isPart = !isTarget && builders.some(({ values, indicator }) => (values.target ?? indicator?.target?.value) === whole)
  if (whole === undefined || isPart) return [statement]
  return [
    { ...statement, quantity: first },
    { ...statement, quantity: { ...first, value: whole } },
  ]
}

interface Pairing {
  readonly builder: RecordBuilder
  readonly place: number
  readonly statement: Statement
  readonly i: number
}

/** How well a figure fits a record; undefined where it cannot be its own. */
function fitOf({ table, statements, builders, isTarget }: ToShare, { builder, place, statement, i }: Pairing): number | undefined {
  const { indicator } = builder
  const { quantity, before, behind } = statement
  if (!indicator || quantity.measure === '%') return undefined
  if (quantity.measure !== null && !table.lookups.figures.fits(quantity.measure, indicator)) return undefined
  if (isHalved(statement, indicator)) return undefined
  const { register } = table.setting
  const role = isTarget ? 'plain' : meaningOfStatement(statement, register, indicator).role
  if (NOT_OF_RECORD.has(role)) return undefined
  const own = `${before}${behind}`
  const area = builder.area === register.city ? undefined : registerIndex(register).areas.get(builder.area)
  const words = wordsOfIndicator(register, indicator)
  const target = indicator.target?.value
  return (
    (area && own.includes(area.name) ? WEIGHTS.area : 0) +
    (words ? Math.min(WEIGHTS.words, overlapOf(own, words)) : 0) +
    (quantity.measure === indicator.measure ? WEIGHTS.measure : 0) +
    (isTarget && target === quantity.value ? WEIGHTS.target : 0) +
    (!isTarget && isFarBeyond(quantity.value, builder.values.target ?? target) ? WEIGHTS.beyond : 0) +
    (statements.length === builders.length && place === i ? WEIGHTS.order : 0)
  )
}

/** Half a village is none: what is counted by the piece is whole. */
const isHalved = ({ quantity }: Statement, { measure }: Indicator): boolean =>
  quantity.value % SCALE !== 0 && measure !== null && !DIVISIBLE.has(measure)

const isFarBeyond = (figure: number, target: number | null | undefined): boolean => target != null && figure > target * FAR_BEYOND
const FAR_BEYOND = 2

const DIVISIBLE: ReadonlySet<string> = new Set(['公里', '千米', '米', '平方米', '平方公里', '亩', '公顷', '吨', '元', '%'])
const NOT_OF_RECORD: ReadonlySet<string> = new Set(['otherThing', 'planned', 'context', 'period'])

/** By hand: a name, a registered target or an area says more than the order, and the order more than nothing. */
const WEIGHTS = { area: 3, words: 2, measure: 1, target: 3, order: 1, beyond: -2 } as const
/** The next best way must be worse by this. */
const CLEARLY = 0.5
/** All ways of five are 120. */
const MOST = 5
