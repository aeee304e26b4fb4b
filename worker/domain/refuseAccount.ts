import { never } from '../../shared/base/never.ts'
import { Refusal } from '../http/problem.ts'
import { refuseGuard } from '../http/refuseGuard.ts'
import type { AccountFault } from '../store/people/accounts.ts'

/** What an act on an account that cannot be done answers. */
export function refuseAccount(fault: AccountFault): Refusal {
  switch (fault.tag) {
    case 'guard':
      return refuseGuard(fault)
    case 'taken':
      return new Refusal('alreadyExists')
    case 'unknown':
      return new Refusal('notFound')
    case 'unknownUnit':
      return new Refusal('invalidBody', { detail: 'reporter: unknown' })
    default:
      return never(fault)
  }
}
