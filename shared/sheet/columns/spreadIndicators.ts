import { columnFieldsWhere } from '../../record/columnFields.ts'
import { matchSubjects } from '../subjects/matchSubjects.ts'
import { type ColumnCandidate, type ColumnContext, FIELDS_OF_SUBJECT, likeliest } from './columnCandidate.ts'

/**
 * Gives columns of figures without an indicator of their own that of the bound column to their left, up to the next bound
 * one; where the headings name just one, to all of them. A field is given only where every indicator then has it, and
 * where each has it once: a single 完成率 behind two indicators stays open.
 *
 *     乳腺癌筛查任务数 | 已筛查 | 完成率      all 乳腺癌筛查
 *     农村公路目标 | 完成 | 过街天桥目标 | 完成   each 完成 with the 目标 before it
 *     农村公路目标 | 过街天桥目标 | 完成        完成 stays open
 */
export function spreadIndicators(candidates: readonly ColumnCandidate[], context: ColumnContext): readonly ColumnCandidate[] {
  if (candidates.some((candidate) => NAMES_SUBJECTS.has(likeliest(candidate)?.field))) return candidates
  const bound = new Set(candidates.flatMap((candidate) => (isFigure(candidate) ? (candidate.subject ?? []) : [])))
  if (bound.size === 0) return candidates
  const taken = new Set(candidates.flatMap((candidate) => (candidate.subject === undefined ? [] : [slotOf(candidate.subject, candidate)])))
  const given = new Map<ColumnCandidate, string>()
  for (const [candidate, subject] of [...claimsOfNeighbours(candidates), ...claimsOfOnly(candidates, bound, context)]) {
    const slot = slotOf(subject, candidate)
    if (given.has(candidate) || taken.has(slot)) continue
    taken.add(slot)
    given.set(candidate, subject)
  }
  return candidates.map((candidate) => {
    const subject = given.get(candidate)
    const isEverywhere = subject !== undefined && [...bound].every((other) => taken.has(slotOf(other, candidate)))
    return isEverywhere ? { ...candidate, subject, spread: true } : candidate
  })
}

/** A column without an indicator, and the one that it may be of. */
type Claim = readonly [candidate: ColumnCandidate, subject: string]

/** Columns behind a bound one, up to the next. */
function claimsOfNeighbours(candidates: readonly ColumnCandidate[]): readonly Claim[] {
  const claims: Claim[] = []
  let last: ColumnCandidate | undefined
  for (const candidate of candidates) {
    if (candidate.subject !== undefined && isFigure(candidate)) last = candidate
    else if (last?.subject !== undefined && isOpen(candidate) && belongs(candidate, last)) claims.push([candidate, last.subject])
  }
  return claims
}

/** Where the headings name one indicator and the title no other, all columns that are in no group. */
function claimsOfOnly(candidates: readonly ColumnCandidate[], bound: ReadonlySet<string>, context: ColumnContext): readonly Claim[] {
  const [only, another] = bound
  if (only === undefined || another !== undefined || titleNamesAnother(context, only)) return []
  return candidates.filter((candidate) => isOpen(candidate) && isUngrouped(candidate)).map((candidate): Claim => [candidate, only])
}

/** Fields whose columns say what each row is about: the headings need not. */
const NAMES_SUBJECTS = columnFieldsWhere(({ identifies }) => identifies === 'subject')

const isFigure = (candidate: ColumnCandidate): boolean =>
  FIELDS_OF_SUBJECT.has(likeliest(candidate)?.field ?? 'remark') && !candidate.derived

const isOpen = (candidate: ColumnCandidate): boolean =>
  candidate.subject === undefined && candidate.area === undefined && isFigure(candidate) && candidate.header !== ''

/** The place of a figure: of one indicator and area, a field of a month has one column. */
const slotOf = (subject: string, candidate: ColumnCandidate): string =>
  `${subject}|${candidate.area ?? ''}|${likeliest(candidate)?.field}|${candidate.month ?? ''}`

const groupOf = ({ path }: ColumnCandidate): string =>
  path.parts
    .slice(0, -1)
    .map((part) => part.text)
    .join('\n')

const isUngrouped = (candidate: ColumnCandidate): boolean => groupOf(candidate) === ''

/** Under the same group, or under none at all. */
const belongs = (candidate: ColumnCandidate, to: ColumnCandidate): boolean => isUngrouped(candidate) || groupOf(candidate) === groupOf(to)

function titleNamesAnother({ register, title }: ColumnContext, only: string): boolean {
  const match = matchSubjects(register, title, { figures: true })
  return match.indicators.length > 0 && !match.indicators.includes(only)
}
