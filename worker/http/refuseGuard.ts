import { GUARD_PROBLEM } from '../store/database/guards.ts'
import type { GuardFault } from '../store/database/runGuarded.ts'
import { Refusal } from './problem.ts'

/** What a condition that failed in the database is answered. */
export const refuseGuard = ({ guard }: GuardFault): Refusal => new Refusal(GUARD_PROBLEM[guard])
