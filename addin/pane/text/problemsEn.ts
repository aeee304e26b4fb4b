import type { ProblemCode } from '../../../shared/wire/problem.ts'
import type { FaultText } from './texts.ts'

const REOPEN = 'Open the pane again; if it happens again, ask the supervision office.'

/** Every problem the server answers, in English. */
export const problemsEn: Readonly<Record<ProblemCode, FaultText>> = {
  malformed: { what: 'The server did not understand the request.', todo: REOPEN },
  invalidBody: { what: 'The server did not accept the data.', todo: REOPEN },
  duplicateRow: { what: 'One figure stands in two rows.', todo: 'Keep one row, check again and send.' },
  idempotencyKeyMissing: { what: 'The request had no number.', todo: REOPEN },
  notSignedIn: { what: 'You are signed out.', todo: 'Sign in with a new invitation code.' },
  invitationInvalid: { what: 'The code is wrong, used or expired.', todo: 'Check it, or ask the supervision office for another.' },
  forbidden: { what: 'Your account may not do this.', todo: 'Ask the supervision office.' },
  notFound: { what: 'There is no such thing, or it is not your unit’s.', todo: 'Check the period and the account.' },
  methodNotAllowed: { what: 'Pane and server are of different versions.', todo: 'Open the pane again.' },
  periodNotOpen: { what: 'The period is not open, or locked.', todo: 'Choose an open one, or ask the supervision office to reopen it.' },
  epochStale: { what: 'The period was changed a moment ago.', todo: 'Press Send again and confirm.' },
  registerStale: { what: 'The register (tasks, indicators, targets) was renewed.', todo: 'Open the pane again and check once more.' },
  noteRequired: { what: 'A reason is needed.', todo: 'Write the reason and try again.' },
  confirmationNeeded: { what: 'Something is outstanding: it has to be confirmed.', todo: 'Refresh, look, and confirm.' },
  stateNotAllowed: { what: 'This is not possible in the present state.', todo: 'Refresh and try again, or ask the supervision office.' },
  alreadyExists: { what: 'It exists already.', todo: 'Refresh and look.' },
  eraChanged: { what: 'The server’s data was restored.', todo: 'Check and send again.' },
  linkSpent: { what: 'The document’s link was used or has expired.', todo: 'Ask for the document again.' },
  preconditionFailed: { what: 'Somebody else changed it.', todo: 'Refresh and try again.' },
  bodyTooLarge: { what: 'The data is too large for one request.', todo: 'Shorten long texts, or send in several sheets.' },
  unsupportedMediaType: { what: 'Pane and server are of different versions.', todo: 'Open the pane again.' },
  idempotencyKeyReused: { what: 'The number of the request was used before.', todo: 'Press Send again.' },
  preconditionRequired: { what: 'The server must check the version first.', todo: 'Refresh and try again.' },
  tooManyRequests: { what: 'Too many requests.', todo: 'Try again in a while.' },
  internal: { what: 'The server failed.', todo: 'Try again later; if it happens again, tell the supervision office the number.' },
  busy: { what: 'The server is busy.', todo: 'Try again in a while.' },
}
