import { completeRegister } from '../completeRegister.ts'
import { predecessorOf } from '../predecessors.ts'
import type { Register } from '../register.ts'
import type { RegisterForm } from '../registerForm.ts'
import { unitName } from '../registerIndex.ts'
import { type CellContext, listed, readUnits } from './registerCells.ts'
import type { RegisterCell } from './registerSheet.ts'

/** Who had a subject before, as a cell names them, each with the period in which the one before it took over. */
export interface Move {
  readonly subject: string
  readonly predecessor: string
  readonly from: string
}

/**
 * The units of 任务原报送单位 or 原报送单位, the last one first, with the periods of 接报期次 in the same order: who reports it
 * now has it since the first period from the first unit, which has it since the second from the second.
 */
export function readMoves(
  subject: string,
  { units, periods }: { readonly units: RegisterCell; readonly periods: RegisterCell },
  context: CellContext,
): readonly Move[] {
  const names = readUnits(units, context)
  const since = listed(periods.text).map((text) => periodOf(text, context.basis.year))
  if (names.length === 0 && since.length > 0) context.reportFault(units, 'noUnit')
  const isWhole = since.length === names.length && !since.includes(undefined)
  if (names.length > 0 && !isWhole) context.reportFault(periods, 'noPeriod')
  return names.flatMap((predecessor, at) => {
    const from = since[at]
    return from === undefined ? [] : [{ subject, predecessor, from }]
  })
}

/** 2021-06, 2021年6月, 6月 */
function periodOf(text: string, ofYear: number): string | undefined {
  const [, year = String(ofYear), month] = /^(?:(20\d\d)[-年./])?(0?[1-9]|1[0-2])月?$/.exec(text.normalize('NFKC').trim()) ?? []
  return month === undefined ? undefined : `${year}-${month.padStart(2, '0')}`
}

/** The form with the moves that its sheet names: the first of a subject is to whoever reports it now, the next to the one before. */
export function withMoves(form: RegisterForm, moves: readonly Move[]): RegisterForm {
  if (moves.length === 0) return form
  const { assignments } = completeRegister({ ...form, indicators: form.indicators.map(({ target: _, countyTargets: __, ...one }) => one) })
  const reporterOf = (subject: string): string => assignments.find((one) => one.ofRecord && one.subject === subject)?.reporter ?? ''
  const succeeds = [...Map.groupBy(moves, ({ subject }) => subject)].flatMap(([subject, chain]) =>
    chain.map(({ predecessor, from }, at) => ({ subject, reporter: chain[at - 1]?.predecessor ?? reporterOf(subject), predecessor, from })),
  )
  return { ...form, succeeds }
}

/** What a sheet says of the moves of a subject, back from who reports it now. */
export function moveCells(register: Register, subject: string, reporter: string): { readonly units: string; readonly periods: string } {
  const chain: { readonly unit: string; readonly from: string }[] = []
  let move = predecessorOf(register, subject, reporter)
  while (move !== undefined && chain.length < (register.succeeds?.length ?? 0)) {
    chain.push({ unit: unitName(register, move.predecessor), from: move.from })
    move = predecessorOf(register, subject, move.predecessor)
  }
  return { units: chain.map(({ unit }) => unit).join('、'), periods: chain.map(({ from }) => from).join('、') }
}
