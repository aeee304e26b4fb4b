import { type ColumnField, columnFieldsWhere } from '../../record/columnFields.ts'
import type { RecognizedColumn, Why } from '../../record/reading.ts'
import { HEADING_SCORE } from '../headings/headingFields.ts'
import type { ColumnCandidate, ScoredField } from './columnCandidate.ts'

/** A column with the field that was chosen for it, or with none, and why. */
export function recognizedColumn(candidate: ColumnCandidate, guess: ScoredField | undefined): RecognizedColumn {
  const { path, header, subject, area, measure, node, stage, derived } = candidate
  const isBound = guess !== undefined && BINDS_SUBJECT.has(guess.field)
  return {
    column: path.column,
    field: guess?.field,
    header,
    ...(isBound && subject ? { indicator: subject } : {}),
    ...(isBound && area ? { area } : {}),
    ...(measure ? { measure } : {}),
    ...(node ? { node } : {}),
    ...(isBound && stage ? { stage } : {}),
    ...(isBound && derived ? { derived: true } : {}),
    why: whyOf(candidate, guess),
  }
}

/** A column as a field that another than its words gave it, under all that its headings say of indicator, area and stage. */
export const columnAs = (candidate: ColumnCandidate, field: ColumnField): RecognizedColumn =>
  recognizedColumn(candidate, { field, score: 1, words: 1 })

/** Fields that are of the indicator and area that their headings name. */
const BINDS_SUBJECT = columnFieldsWhere(({ bindsSubject }) => bindsSubject === true)

function whyOf({ header, guesses, spread }: ColumnCandidate, guess: ScoredField | undefined): Why {
  if (!guess) return { confidence: 0, reason: header === '' ? 'no_heading' : 'heading_unknown', params: { heading: header } }
  const confidence = confidenceOf(guess)
  const others = guesses.filter((other) => other.field !== guess.field).map((other) => other.field)
  if (spread && guess.words > 0) return { confidence, reason: 'by_neighbours' }
  if (guess.words === 0) return { confidence, reason: 'by_content', params: { field: guess.field } }
  if (others.length > 0) return { confidence, reason: 'heading_and_content', params: { heading: header, others: others.join(',') } }
  return { confidence, reason: guess.words >= HEADING_SCORE.percentSign ? 'heading_known' : 'heading_parts', params: { heading: header } }
}

/** To two decimals, at most 1. */
export const confidenceOf = ({ score }: ScoredField): number => Math.round(Math.min(1, score) * 100) / 100
