import { oncePer } from '../base/oncePer.ts'
import type { Assignment, Register } from './register.ts'

const bySubject = oncePer(
  ({ assignments }: Register): ReadonlyMap<string, readonly Assignment[]> => Map.groupBy(assignments, ({ subject }) => subject),
)

/** Who reports a subject (the id of an indicator or a task), in the register's order. */
export const assignmentsOf = (register: Register, subject: string): readonly Assignment[] => bySubject(register).get(subject) ?? []
