import type { Stage } from '../../quantity/stage.ts'
import type { Indicator, Register } from '../../register/register.ts'
import { meaningOfStatement, onlyOrFirstAct, type StatementMeaning, type StatementRole } from './statementRole.ts'
import type { Statement } from './statements.ts'

/** What the words of a cell report of an indicator. */
export type StatedFigure =
  | { readonly kind: 'figure'; readonly statement: Statement; readonly stage: Stage | undefined }
  /** Only what is planned or promised: 预计9月完成800户. */
  | { readonly kind: 'none'; readonly stage: Stage }
  /** Several figures of which none is the one, or figures that the words make something else. */
  | { readonly kind: 'open' }

/** A cell's statements, and what else may tell them apart. */
export interface StatedAsked {
  readonly statements: readonly Statement[]
  /** Those in the indicator's measure, or in none. */
  readonly own: readonly Statement[]
  readonly register: Register
  readonly indicator: Indicator
  /** Whether a statement is what the row's own percentage says, where it has one. */
  readonly fitsRate: (statement: Statement) => boolean
}

/**
 * Of several figures the one that counts; a part of it in brackets or behind 其中 is not asked where the whole counts.
 *
 *     建成214个，其中163个已开通     开通5G基站     163: the register's own act
 *     开工146公里，完工123公里       新建农村公路    123: the stage that counts
 *     214个，在建19个               any           214
 *     120户（其中脱贫户30户）         any           120
 *     计划300个，已完成175个         any           175
 *     建成214个，交付101个           开通5G基站     none counts: the last of them, which its stage holds back
 *     东片12个，西片13个             any           open, unless the row's percentage is of one of them
 */
export function statedFigure({ statements, own, register, indicator, fitsRate }: StatedAsked): StatedFigure {
  const meanings = own.map((statement) => ({ statement, ...meaningOfStatement(statement, register, indicator) }))
  const among = (role: StatementRole) =>
    withoutParts(
      meanings.filter((one) => one.role === role),
      statements,
    )
  const others = meanings.filter(({ role, statement }) => role === 'otherThing' && statement.of === undefined)
  for (const role of COUNTING) {
    const found = among(role)
    // 新建40套，修缮20套: words that say nothing of a stage do not make the first of two things the whole
    if (role === 'plain' && others.length > 0) return provenOf([...found, ...others], fitsRate)
    if (found.length > 0) return oneOf(found, fitsRate)
  }
  const early = among('otherStage')
  if (early.length > 0) return oneOf(early.slice(-1), fitsRate)
  return meanings.every(({ role }) => role === 'planned') ? { kind: 'none', stage: 'planned' } : OPEN
}

/** What may be the figure, the surest first. */
const COUNTING: readonly StatementRole[] = ['ownAct', 'counted', 'plain']
const OPEN: StatedFigure = { kind: 'open' }

interface MeantFigure extends StatementMeaning {
  readonly statement: Statement
}

function oneOf(found: readonly MeantFigure[], fitsRate: StatedAsked['fitsRate']): StatedFigure {
  const proven = found.length > 1 ? provenOf(found, fitsRate) : OPEN
  if (proven.kind === 'figure') return proven
  const [meant] = onlyOrFirstAct(found, ({ statement }) => saidOf(statement))
  return meant ? figure(meant) : OPEN
}

/** The only one that the row's percentage is of. */
function provenOf(found: readonly MeantFigure[], fitsRate: StatedAsked['fitsRate']): StatedFigure {
  const [proven, another] = found.filter(({ statement }) => fitsRate(statement))
  return proven && !another ? figure(proven) : OPEN
}

const figure = ({ statement, stage }: MeantFigure): StatedFigure => ({ kind: 'figure', statement, stage })

const saidOf = ({ before, behind, remark, quantity }: Statement) => ({ words: `${before}${behind}${remark}`, value: quantity.value })

/** Without those that only divide another one of them. */
function withoutParts(found: readonly MeantFigure[], statements: readonly Statement[]): readonly MeantFigure[] {
  const wholes = new Set(found.map(({ statement }) => statement))
  return found.filter(({ statement: { of } }) => {
    const whole = of === undefined ? undefined : statements[of]
    return whole === undefined || !wholes.has(whole)
  })
}
