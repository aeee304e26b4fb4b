/** True where the database, not our own code, is at fault: a constraint that a batch ran into, a lost connection, a reset. */
export const isDatabaseError = (error: unknown): boolean =>
  saidBy(error, /\bD1_|SQLITE_|Network connection lost|internal error; reference|object to be reset/)

/** True where what was to be written is at fault: a constraint or a trigger refused it, or a value has the wrong type or size. */
export const isConstraintError = (error: unknown): boolean => saidBy(error, /SQLITE_CONSTRAINT|SQLITE_MISMATCH|SQLITE_TOOBIG/)

/** D1 wraps SQLite's error in its own; the causes are few. */
function saidBy(error: unknown, words: RegExp): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) if (words.test(at.message)) return true
  return false
}
