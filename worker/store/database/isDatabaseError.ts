/** True where the database, not our own code, is at fault: a constraint that a batch ran into, a lost connection, a reset. */
export function isDatabaseError(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (/\bD1_|SQLITE_|Network connection lost|internal error; reference|object to be reset/.test(at.message)) return true
  }
  return false
}
