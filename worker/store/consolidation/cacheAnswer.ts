import type { EarlierFigures } from '../../../shared/consolidation/changeSince.ts'
import type { Database, Statement } from '../database/database.ts'
import type { ConsolidationInputs } from './consolidationInputs.ts'

/** A value of D1 holds at most 2 MB; a larger answer is made each time. */
const MAX_CACHED_BYTES = 1_900_000
/** No character of UTF-16 is longer in UTF-8: a body of fewer units than this fits, and is not measured. */
const MAX_BYTES_PER_UNIT = 3

/** An answer, and the figures that the next period is compared with; those of the period before where they were made for it. */
export interface MadeFigures {
  readonly body: string
  readonly figures: EarlierFigures
  readonly before: EarlierFigures | undefined
}

/** Caches an answer and the figures that it was made with; of one basis an older one never replaces a newer one. */
export async function cacheAnswer(db: Database, inputs: ConsolidationInputs, made: MadeFigures): Promise<void> {
  const { period, seq, basis, figuresBasis, before } = inputs
  await db.batch([
    ...(fits(made.body) ? [put(db, { ...ANSWERS, period, seq, basis, value: made.body })] : []),
    put(db, { ...FIGURES, period, seq, basis: figuresBasis, value: JSON.stringify(made.figures) }),
    ...(before !== null && made.before !== undefined
      ? [put(db, { ...FIGURES, period: before.period, seq, basis: before.basis, value: JSON.stringify(made.before) })]
      : []),
  ])
}

const fits = (body: string): boolean =>
  body.length < MAX_CACHED_BYTES / MAX_BYTES_PER_UNIT || new TextEncoder().encode(body).length < MAX_CACHED_BYTES

const ANSWERS = { table: 'consolidations', column: 'body' } as const
const FIGURES = { table: 'period_figures', column: 'figures' } as const

interface Cached {
  readonly table: string
  readonly column: string
  readonly period: string
  readonly seq: number
  readonly basis: string
  readonly value: string
}

const put = (db: Database, { table, column, period, seq, basis, value }: Cached): Statement =>
  db
    .prepare(
      `INSERT INTO ${table} (period, as_of_seq, basis, ${column}) VALUES (?, ?, ?, ?) ON CONFLICT (period) DO UPDATE SET
      as_of_seq = excluded.as_of_seq, basis = excluded.basis, ${column} = excluded.${column}
      WHERE excluded.as_of_seq >= as_of_seq OR excluded.basis <> basis`,
    )
    .bind(period, seq, basis, value)
