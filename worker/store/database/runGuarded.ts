import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { Answer, Database, Statement } from './database.ts'
import { failedGuard, type Guard, guardSql } from './guards.ts'

/** A condition of a batch that does not hold; nothing of the batch is stored. */
export type GuardFault = { readonly tag: 'guard'; readonly guard: Guard }

/** Runs statements in one transaction behind their conditions; answers what each said, or the condition that failed. */
export async function runGuarded(
  db: Database,
  conditions: Parameters<typeof guardSql>[0],
  statements: readonly Statement[],
): Promise<Result<readonly Answer[], GuardFault>> {
  const guards = guardSql(conditions)
  try {
    const answers = await db.batch([db.prepare(guards.sql).bind(...guards.values), ...statements])
    return ok(answers.slice(1))
  } catch (error) {
    const guard = failedGuard(error)
    if (guard) return fail({ tag: 'guard', guard })
    throw error
  }
}
