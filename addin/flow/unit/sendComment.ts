import type { Result } from '../../../shared/base/result.ts'
import type { Comment } from '../../../shared/wire/comment.ts'
import type { Submission } from '../../../shared/wire/submission.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { Ports } from '../../ports/ports.ts'
import type { NewComment } from '../../ports/unitPeriodApi.ts'

/** Fewer and shorter than for figures: the person waits at the box, and can press again. */
const TRIES = 3
const FIRST_WAIT_MS = 500

/**
 * Sends a comment under an id of its own, again where the answer was lost: however often it is delivered, the server stores it once.
 * The same id is to be used when the person presses again.
 */
export async function sendComment(
  ports: Ports,
  { period, reporter }: Pick<Submission, 'period' | 'reporter'>,
  id: string,
  comment: NewComment,
): Promise<Result<Comment, ApiFault>> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ports.api.comment(period, reporter, id, comment)
    if (answer.ok || attempt === TRIES || !wasCut(answer.fault)) return answer
    await ports.surroundings.wait(Math.floor(ports.surroundings.random() * FIRST_WAIT_MS * 2 ** attempt))
  }
}

/** The server may have stored it. */
const wasCut = (fault: ApiFault): boolean => fault.tag === 'offline' || fault.tag === 'timeout'
