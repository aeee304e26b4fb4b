import { fail, ok, type Result } from '../../base/result.ts'
import { PartFault, type XlsxFault } from './fault.ts'

/** What `read` gives, or the fault of a part that it asked for. Errors of our own go on. */
export function catching<T>(read: () => T): Result<T, XlsxFault> {
  try {
    return ok(read())
  } catch (error) {
    if (error instanceof PartFault) return fail(error.fault)
    throw error
  }
}
