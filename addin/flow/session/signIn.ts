import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { Account } from '../../../shared/wire/session.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { Ports } from '../../ports/ports.ts'

/** `codeMissing`: nothing was typed, and nothing asked of the server. */
export type SignInFault = ApiFault | { readonly tag: 'codeMissing' }

/**
 * Trades an invitation code for a token, which is remembered on this device. White space and full-width letters of a
 * pasted code are forgiven. The token is known to Memory only.
 */
export async function signIn(ports: Ports, code: string, device: string): Promise<Result<Account, SignInFault>> {
  // Codes are pasted from chats and typed with input methods on.
  const clean = code.normalize('NFKC').replace(/\s/g, '')
  if (clean === '') return fail({ tag: 'codeMissing' })
  const answer = await ports.api.signIn(clean, device)
  if (!answer.ok) return answer
  await ports.memory.setToken(answer.value.token)
  return ok(answer.value.account)
}

/** Who the remembered token belongs to; null where none is remembered or the server no longer knows it. */
export async function resumeSession(ports: Ports): Promise<Result<Account | null, ApiFault>> {
  if ((await ports.memory.token()) === null) return ok(null)
  const answer = await ports.api.me()
  if (answer.ok) return answer
  // Not reached is not the same as refused: the token stays for the next try.
  if (answer.fault.tag !== 'signedOut') return answer
  await ports.memory.setToken(null)
  return ok(null)
}

/** Forgets the token here, whether or not the server can be reached to end the session. */
export async function signOut(ports: Ports): Promise<void> {
  await ports.api.signOut()
  await ports.memory.setToken(null)
}

/** The code of `#invite=CODE`, wherever Office has put its own words in the hash; null where there is none. */
export function invitationInHash(hash: string): string | null {
  const match = /(?:^#?|[#&?])invite=([^&#?]+)/.exec(hash)
  if (!match?.[1]) return null
  try {
    return decodeURIComponent(match[1])
  } catch {
    return null
  }
}
