import { fail, ok, type Result } from '../base/result.ts'
import { checkRegister } from './checkRegister.ts'
import { completeRegister } from './completeRegister.ts'
import { completeShape } from './completeShape.ts'
import { formOfComplete } from './formOfRegister.ts'
import type { Register } from './register.ts'
import type { RegisterFlaw } from './registerFlaw.ts'
import type { RegisterForm } from './registerForm.ts'
import { registerSchema } from './registerSchema.ts'

/** Why JSON is no register: either its shape is wrong, or its content contradicts itself. */
export type RegisterFault =
  /** The JSON has not the documented shape: where, and what was expected there. */
  | { readonly tag: 'malformed'; readonly issues: readonly { readonly path: string; readonly message: string }[] }
  /** It has the shape, yet its parts do not fit together. */
  | { readonly tag: 'flawed'; readonly flaws: readonly RegisterFlaw[] }

/**
 * Reads a register in its JSON form, fills in what it leaves out, and checks that its parts fit together. A complete
 * register as the server gives it is read as well.
 */
export function parseRegister(json: unknown): Result<Register, RegisterFault> {
  const complete = completeShape.safeParse(json)
  const parsed = registerSchema.safeParse(complete.success ? formOfComplete(complete.data) : json)
  if (!parsed.success) {
    return fail({
      tag: 'malformed',
      issues: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    })
  }
  const form: RegisterForm = parsed.data
  const register = completeRegister(form)
  const flaws = checkRegister(register)
  return flaws.length > 0 ? fail({ tag: 'flawed', flaws }) : ok(register)
}
