import { z } from 'zod'
import { keyText } from '../base/plainText.ts'

const key = {
  subject: z.string().min(1).max(40),
  area: z.string().regex(/^\d{6}$/),
  part: z.string().max(200).overwrite(keyText).default(''),
}

/** A comment on one row; `return` sends the row, and with it the unit's period, back with this reason (coordinators). */
export const commentRequestSchema = z.strictObject({
  ...key,
  kind: z.enum(['comment', 'return']).default('comment'),
  text: z.string().trim().min(1).max(2_000),
})

/** With a key of its own a comment is stored once, however often it is delivered: the same key and content answer the stored one. */
export const commentHeaders = z.object({ 'idempotency-key': z.guid().optional() })

/** A comment as it is stored: nobody changes it or takes it back. */
export const commentSchema = z.strictObject({
  id: z.string(),
  subject: z.string(),
  area: z.string(),
  part: z.string(),
  /** The row's version that it is about; 0 where nothing was reported. */
  version: z.int(),
  kind: z.enum(['comment', 'return']),
  /** Whose account, the person's name at the time, and ISO time. */
  account: z.string(),
  by: z.string(),
  /** Of the unit's own people, not the office's. */
  own: z.boolean(),
  at: z.string(),
  text: z.string(),
  /** Whether what the row reports is another now than at that version; a word beside it (备注) is not looked at. */
  changedSince: z.boolean(),
})
export type Comment = z.infer<typeof commentSchema>
/** GET …/comments: of one unit's period, oldest first. */
export const commentsAnswerSchema = z.strictObject({ comments: z.array(commentSchema) })

/** Query of GET …/history: one record's key. */
export const historyQuery = z.strictObject({ subject: key.subject, area: key.area, part: z.string().max(200).default('') })
