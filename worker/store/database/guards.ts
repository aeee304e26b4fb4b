import { isKeyOf } from '../../../shared/base/keysOf.ts'
import type { ProblemCode } from '../../../shared/wire/problem.ts'

/** What a failed guard answers; the key is the column of `guards` and, after "guard_", the name of its CHECK. */
export const GUARD_PROBLEM = {
  token: 'notSignedIn',
  member: 'notFound',
  era: 'eraChanged',
  register: 'registerStale',
  period_open: 'periodNotOpen',
  unit_open: 'periodNotOpen',
  epoch: 'epochStale',
  note: 'noteRequired',
  precondition: 'preconditionFailed',
  state: 'stateNotAllowed',
  bases: 'eraChanged',
} as const satisfies Record<string, ProblemCode>
/** The name of a condition. */
export type Guard = keyof typeof GUARD_PROBLEM

/** `bases` is a CHECK of `receipts`, of what the judgement found. */
type Column = Exclude<Guard, 'bases'>
/** In the order of the table's columns: who asks comes first. */
const COLUMNS: readonly Column[] = [
  'token',
  'member',
  'era',
  'register',
  'period_open',
  'unit_open',
  'epoch',
  'note',
  'precondition',
  'state',
]

/** An SQL condition that is true or false, and what it binds; each `?` in order. */
export interface Condition {
  readonly sql: string
  readonly values: readonly (string | number | null)[]
}

/**
 * The first statement of a batch: every condition must hold, or its CHECK fails and nothing of the batch
 * stays. A condition over a row that does not exist is false, never unknown.
 */
export function guardSql(conditions: Partial<Record<Column, Condition>>): Condition {
  const terms = COLUMNS.map((column) => (conditions[column] ? `coalesce((${conditions[column].sql}), 0)` : '1'))
  return {
    sql: `INSERT OR REPLACE INTO guards (id, ${COLUMNS.join(', ')}) VALUES (1, ${terms.join(', ')})`,
    values: COLUMNS.flatMap((column) => conditions[column]?.values ?? []),
  }
}

/** Which guard a database error is about; undefined where it is another error. */
export function failedGuard(error: unknown): Guard | undefined {
  const name = /CHECK constraint failed: guard_(\w+)/.exec(messages(error))?.[1]
  return isKeyOf(GUARD_PROBLEM, name) ? name : undefined
}

/** D1 wraps SQLite's error in its own; the causes are few. */
function messages(error: unknown): string {
  const texts: string[] = []
  for (let at = error; at instanceof Error && texts.length < 5; at = at.cause) texts.push(at.message)
  return texts.join('\n')
}
