import { z } from 'zod'
import { completenessSchema } from './consolidation.ts'
import { RECEIPT, SAID, SIGN_OFF } from './submissionActs.ts'

/** A file that a coordinator sent for the unit: which, who, when, how many rows it wrote, and whether the unit has taken it over since. */
const fileOnBehalfSchema = z.strictObject({
  /** The sync's id. */
  id: z.string(),
  name: z.string(),
  sha256: z.string(),
  account: z.string(),
  by: z.string(),
  at: z.string(),
  /** Rows written; 0 where all was there already. */
  rows: z.int(),
  takenOver: z.strictObject({ account: z.string(), by: z.string(), at: z.string() }).nullable(),
})
export type FileOnBehalf = z.infer<typeof fileOnBehalfSchema>

/** A unit's period: what the unit says, its sign-off, what the coordinator says, and what changed since the sign-off. */
export const submissionSchema = z.strictObject({
  period: z.string(),
  reporter: z.string(),
  reporterName: z.string(),
  said: z.enum(SAID),
  /** When it was last said complete; and whether that was by the soft deadline. */
  saidAt: z.string().nullable(),
  onTime: z.boolean().nullable(),
  signOff: z.enum(SIGN_OFF),
  signedBy: z.string().nullable(),
  /** When it was last signed, and the city's position then: rows with a later seq were changed since. */
  signedAt: z.string().nullable(),
  signedSeq: z.int().nullable(),
  receipt: z.enum(RECEIPT),
  /** Why it was returned or reopened. */
  reason: z.string().nullable(),
  /** Rows that are not as they were at the last sign-off, by their keys ("7.1.a|411202|"); none where nobody signed. */
  changedRows: z.array(z.string()),
  /** The last day on which it is on time: the period's soft deadline, or its own later one. */
  deadline: z.string(),
  /** The last day on which this unit alone may still send. */
  openUntil: z.string().nullable(),
  /** Whether anybody can sign it: the unit has a reviewer. */
  hasReviewer: z.boolean(),
  /** What coordinators sent for it, oldest first. */
  filesOnBehalf: z.array(fileOnBehalfSchema),
  /** Grows with every act. */
  version: z.int(),
})
export type Submission = z.infer<typeof submissionSchema>

/** A line of the coordinator's list: whether the unit is in time, how many rows it has sent, and when last. */
export const unitSubmissionSchema = submissionSchema.extend({
  /** As the consolidated answer has it; null where the unit is not among 应报. */
  timeliness: z.enum(['onTime', 'late', 'waiting', 'missing']).nullable(),
  /** What it must report, a subject once for each area, and what of it it has reported: as the consolidated answer counts. */
  required: z.int(),
  reported: z.int(),
  rows: z.int(),
  /** Of these the ones that a coordinator sent for it. */
  rowsOnBehalf: z.int(),
  lastAt: z.string().nullable(),
})
export type UnitSubmission = z.infer<typeof unitSubmissionSchema>

/** GET /v1/periods/{period}/submissions: the counts of the consolidated answer, and each unit. */
export const submissionsAnswerSchema = completenessSchema.extend({ submissions: z.array(unitSubmissionSchema) })
export type SubmissionsAnswer = z.infer<typeof submissionsAnswerSchema>

/**
 * Body of an act; the reason is asked for where the act's rule says so. `asOfSeq` is the position at which the person
 * has read the unit's rows: where one was written after it, the act is refused (preconditionFailed) instead of signing
 * what nobody has looked at.
 */
export const submissionActSchema = z.strictObject({
  reason: z.string().trim().min(1).max(500).optional(),
  asOfSeq: z.int().min(0).optional(),
  /** The person was told what is outstanding and asked for it all the same; without it receive, accept and lock are refused (confirmationNeeded). */
  confirmed: z.literal(true).optional(),
})
export type SubmissionActBody = z.infer<typeof submissionActSchema>
