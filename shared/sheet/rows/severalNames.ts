import { findFigures } from '../../quantity/findQuantities.ts'
import type { Register } from '../../register/register.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import { matchSubjects, type SubjectMatch } from '../subjects/matchSubjects.ts'
import type { MatchHints } from '../subjects/scoreSubjects.ts'

/** The measure and figure of each of several targets in one cell. */
export type ListedTarget = Pick<MatchHints, 'measure' | 'target'>

/** The targets that a cell lists: 供热6公里、燃气10公里; none where it states one alone. */
export function listedTargets(text: string): readonly ListedTarget[] {
  if (text.length > LONGEST_LIST || !MARKS.test(text)) return NO_TARGETS
  const targets = findFigures(text).flatMap(({ quantity: { measure, value, of } }) =>
    [value, ...(of === undefined ? [] : [of])].map((target) => ({ ...(measure && { measure }), target })),
  )
  return targets.length > 1 && targets.length <= MOST_NAMES ? targets : NO_TARGETS
}

/** 宫颈癌 of 宫颈癌9800人: the words before the only figure of a target's cell. */
export function wordsOfTarget(text: string): string {
  if (text.length > LONGEST_LIST || !/^\D*\p{Script=Han}{2}/u.test(text.replace(/\d+千伏/u, ''))) return ''
  const [figure, another] = findFigures(text)
  return figure && !another ? text.slice(0, figure.at).trim() : ''
}

/**
 * A name that is several, one for each target beside it, in the order in which it names them.
 *
 *     供热管网及燃气管道 | 供热6公里、燃气10公里     6.1.a, 6.1.c
 *     阅报栏和百场戏    | 200个、300场           2.4.a, 2.3.a
 *     普及法律知识     | 6场、10场              undefined: 普 names nothing
 */
export function severalNames(
  register: Register,
  name: string,
  targets: readonly ListedTarget[],
  hints: Pick<MatchHints, 'category'>,
): SubjectMatch | undefined {
  const names = name.split(JOINTS).filter((part) => part !== '')
  if (names.length < 2 || names.length !== targets.length) return undefined
  const matches = names.map((part, i) => matchSubjects(register, part, { ...hints, ...targets[i], figures: true }))
  const indicators = new Set(matches.flatMap((match) => (match.indicators.length === 1 ? match.indicators : [])))
  if (indicators.size !== names.length) return undefined
  return { indicators: [...indicators], confidence: Math.min(...matches.map(({ confidence }) => confidence)) }
}

/**
 * A text that promises things of several tasks, each with the target that the register has for it: “消夏音乐季”演出100场、
 * “政府采购百场戏”300场. Undefined where a part names nothing, or states another figure, or all are of one task.
 */
export function severalPromises(register: Register, text: string): SubjectMatch | undefined {
  if (text.length > LONGEST_PROMISES || !MARKS.test(text)) return undefined
  const parts = text.split(CLAUSES).filter((part) => part !== '')
  if (parts.length < 2 || parts.length > MOST_NAMES) return undefined
  const matches = parts.map((part) => promised(register, part))
  const tasks = new Set(matches.map((match) => match?.task))
  if (tasks.size !== parts.length || tasks.has(undefined)) return undefined
  const known = matches.filter((match) => match !== undefined)
  return { indicators: known.flatMap(({ indicators }) => indicators), confidence: Math.min(...known.map(({ confidence }) => confidence)) }
}

/** The one indicator that a part names with the target that it has. */
function promised(register: Register, part: string): SubjectMatch | undefined {
  const [figure, another] = findFigures(part)
  if (!figure || another || figure.quantity.measure === null) return undefined
  const { measure, value: target } = figure.quantity
  const match = matchSubjects(register, part, { measure, target, figures: true })
  const [only, other] = match.indicators
  return only !== undefined && other === undefined && indicatorById(register, only)?.target?.value === target ? match : undefined
}

const CLAUSES = /[、，,；;。]/u
const LONGEST_PROMISES = 120
const JOINTS = /以及|[、，,；;和及与+＋/]/u
const MARKS = /[、，,；;和及与+＋/|\s]/u
const LONGEST_LIST = 60
const MOST_NAMES = 5
const NO_TARGETS: readonly ListedTarget[] = []
