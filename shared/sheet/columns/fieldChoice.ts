import { type ColumnField, columnFieldsWhere } from '../../record/columnFields.ts'
import { type ColumnCandidate, FIELDS_OF_SUBJECT, type ScoredField, STAGED_FIELDS } from './columnCandidate.ts'
import { COLUMN_WEIGHTS } from './columnWeights.ts'

/** Which field each column has, and which column has the place of a field. */
export interface FieldChoice {
  readonly chosen: ReadonlyMap<ColumnCandidate, ScoredField>
  readonly taken: ReadonlyMap<string, ColumnCandidate>
}

/** The best claim to a place has it; who comes too late takes its next best, and stays without a field where it has none. */
export function chooseFields(candidates: readonly ColumnCandidate[]): FieldChoice {
  const chosen = new Map<ColumnCandidate, ScoredField>()
  const taken = new Map<string, ColumnCandidate>()
  const claims = candidates
    .filter(({ role }) => role !== 'part')
    .flatMap((candidate) => candidate.guesses.map((guess) => ({ candidate, guess })))
    .filter(({ candidate, guess }) => guess.score >= COLUMN_WEIGHTS.least && !isNotStarted(candidate, guess.field))
    .sort((a, b) => b.guess.score - a.guess.score)
  for (const { candidate, guess } of claims) {
    const place = placeOf(candidate, guess.field)
    if (chosen.has(candidate) || (place !== undefined && taken.has(place))) continue
    chosen.set(candidate, guess)
    if (place !== undefined) taken.set(place, candidate)
  }
  return { chosen, taken }
}

/** 未开工 counts what has not begun: it is a figure of no stage. */
const isNotStarted = ({ stage }: ColumnCandidate, field: ColumnField): boolean => stage === 'not_started' && STAGED_FIELDS.has(field)

/** The place of which a table has one: a field, or a field of an indicator, an area and a month; undefined where it may have many. */
export function placeOf(candidate: ColumnCandidate, field: ColumnField): string | undefined {
  if (ONE_A_TABLE.has(field)) return field
  if (!FIELDS_OF_SUBJECT.has(field)) return undefined
  const { subject, area, batch, derived, month, path } = candidate
  const group =
    batch || subject === undefined
      ? path.parts
          .slice(0, -1)
          .map(({ text }) => text)
          .join('/')
      : ''
  return [field, subject, area, group, derived, field === 'period_value' ? month : undefined].join('|')
}

/** Fields of which a table has one column; the best claim wins, the next takes its second choice. */
const ONE_A_TABLE = columnFieldsWhere(({ perTable }) => perTable === 'one')
