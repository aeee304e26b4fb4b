import type { Result } from '../../shared/base/result.ts'
import type { RecordKey } from '../../shared/record/figureRecord.ts'
import type { Comment } from '../../shared/wire/comment.ts'
import type { RecordVersion } from '../../shared/wire/records.ts'
import type { Submission, SubmissionActBody, SubmissionsAnswer } from '../../shared/wire/submission.ts'
import type { SubmissionAct } from '../../shared/wire/submissionActs.ts'
import type { ApiFault } from './apiFault.ts'

/** What a person says of one row; `return` sends the row, and with it the unit's period, back with this reason. */
export interface NewComment extends RecordKey {
  readonly kind: Comment['kind']
  readonly text: string
}

/** A unit's period on the server: its states and acts, comments on its rows, and the history of a row. */
export interface UnitPeriodApi {
  /** The states of a unit's period. */
  submission(period: string, reporter: string): Promise<Result<Submission, ApiFault>>
  /** Every unit with its states, and how many have reported in time. */
  submissions(period: string): Promise<Result<SubmissionsAnswer, ApiFault>>
  /** `asOfSeq` is the position at which the person has read the unit's rows. */
  act(period: string, reporter: string, act: SubmissionAct, body: SubmissionActBody): Promise<Result<Submission, ApiFault>>
  /** More time for this unit alone: it may send until a day (ISO), whatever the deadline; null takes it back. */
  setExtension(period: string, reporter: string, until: string | null, reason: string): Promise<Result<Submission, ApiFault>>
  /** Oldest first. */
  comments(period: string, reporter: string): Promise<Result<readonly Comment[], ApiFault>>
  /** The same id may be sent again at will: the comment is stored once. */
  comment(period: string, reporter: string, id: string, comment: NewComment): Promise<Result<Comment, ApiFault>>
  /** Every version of a row, oldest first. */
  history(period: string, reporter: string, key: RecordKey): Promise<Result<readonly RecordVersion[], ApiFault>>
}
