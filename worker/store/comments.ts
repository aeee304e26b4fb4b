import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Comment } from '../../shared/wire/comment.ts'
import { hashOf } from '../secrets/hashOf.ts'
import { type Database, firstRow, type Statement } from './database/database.ts'
import { CHANGED_SINCE } from './database/differingRows.ts'
import { prepareNamed } from './database/prepareNamed.ts'
import { type GuardFault, runGuarded } from './database/runGuarded.ts'
import { type Actor, actBy, stillAllowed } from './people/actor.ts'
import { auditStatement } from './people/audit.ts'
import { returnStatements, stateCondition } from './submissionStates.ts'

/** A comment as the wire has it, with its author's name. */
const COLUMNS = `c.id, c.subject, c.area, c.part, c.version, c.kind, c.account, coalesce(c.account_name, c.account) AS "by", c.at, c.body AS text, c.own,
  ${CHANGED_SINCE} AS changedSince`
const FROM = 'FROM comments c'
type CommentRow = Omit<Comment, 'own' | 'changedSince'> & { readonly own: number; readonly changedSince: number }
const commentOf = (row: CommentRow): Comment => ({ ...row, own: row.own === 1, changedSince: row.changedSince === 1 })

/** The comments on a unit's rows, oldest first. */
export async function listComments(db: Database, period: string, reporter: string): Promise<readonly Comment[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} ${FROM} WHERE c.period = ? AND c.reporter = ? ORDER BY coalesce(c.change, 0), c.at, c.id`)
    .bind(period, reporter)
    .all<CommentRow>()
  return results.map(commentOf)
}

/** A comment as it is to be stored; with a `key` of the client's it is stored once, however often it is delivered. */
export interface CommentPlan {
  readonly id: string
  readonly period: string
  readonly reporter: string
  readonly subject: string
  readonly area: string
  readonly part: string
  readonly kind: Comment['kind']
  readonly text: string
  readonly key: string | undefined
}

/** Why a comment was not added. */
export type CommentFault =
  | GuardFault
  /** The key was used for a comment of other content. */
  | { readonly tag: 'keyReused' }

/**
 * Adds a comment to a row at its current version; one of kind 'return' sends the unit's period back with it. Where its
 * key was used already the batch runs into the receipt, and the stored comment is answered (`replayed`). The receipt is
 * looked up, too, before a lost answer or a guard's refusal is believed: an earlier delivery may have committed.
 */
export async function addComment(
  db: Database,
  plan: CommentPlan,
  actor: Actor,
): Promise<Result<{ comment: Comment; replayed: boolean }, CommentFault>> {
  // The hash tells a second delivery from another comment under the same key.
  const contentHash = await hashOf(JSON.stringify([plan.period, plan.reporter, plan.subject, plan.area, plan.part, plan.kind, plan.text]))
  let failure: unknown
  let guard: GuardFault | undefined
  try {
    const done = await runGuarded(db, conditions(plan, actor), statements(db, plan, contentHash, actor))
    if (done.ok) return ok({ comment: commentOf(firstRow<CommentRow>(done.value.at(-1))), replayed: false })
    guard = done.fault
  } catch (error) {
    failure = error
  }
  if (guard?.guard === 'token' || guard?.guard === 'member') return fail(guard)
  const stored = plan.key === undefined ? null : await findByKey(db, actor.session.account.id, plan.key)
  if (stored) {
    const { content_hash: hash, ...comment } = stored
    return hash === contentHash ? ok({ comment: commentOf(comment), replayed: true }) : fail({ tag: 'keyReused' })
  }
  if (guard) return fail(guard)
  throw failure
}

/** The comment that an account's key was used for. */
const findByKey = (db: Database, account: string, key: string) =>
  db
    .prepare(`SELECT r.content_hash, ${COLUMNS} ${FROM} JOIN comment_receipts r ON r.comment = c.id WHERE r.account = ? AND r.key = ?`)
    .bind(account, key)
    .first<CommentRow & { content_hash: string }>()

/** Anybody may comment at any time; a return needs a state that can be returned. */
const conditions = ({ period, reporter, kind }: CommentPlan, actor: Actor): Parameters<typeof runGuarded>[1] => ({
  ...stillAllowed(actor),
  ...(kind === 'return' ? { state: stateCondition(period, reporter, { receipt: ['none', 'received', 'returned', 'accepted'] }) } : {}),
})

/** The comment, what its key was used for, and of a return what it does to the unit's period. */
function statements(db: Database, of: CommentPlan, contentHash: string, actor: Actor): Statement[] {
  const { account } = actor.session
  const returned = [
    ...returnStatements(db, of.period, of.reporter, of.text),
    auditStatement(db, {
      ...actBy(actor),
      act: 'record.return',
      object: `${of.period}/${of.reporter}/${of.subject}|${of.area}|${of.part}`,
      reason: of.text,
      before: null,
      after: null,
    }),
  ]
  return [
    prepareNamed(
      db,
      `INSERT INTO comments (id, period, reporter, subject, area, part, version, account, account_name, own, at, kind, body, change)
      VALUES (:id, :period, :reporter, :subject, :area, :part, coalesce((SELECT version FROM records WHERE period = :period
      AND reporter = :reporter AND subject = :subject AND area = :area AND part = :part), 0), :account, :accountName, :own, :at, :kind, :text, (SELECT change FROM city))`,
      {
        id: of.id,
        period: of.period,
        reporter: of.reporter,
        subject: of.subject,
        area: of.area,
        part: of.part,
        account: account.id,
        accountName: account.name,
        own: account.reporter === of.reporter ? 1 : 0,
        at: actor.at,
        kind: of.kind,
        text: of.text,
      },
    ),
    ...(of.key === undefined
      ? []
      : [
          db
            .prepare(
              'INSERT INTO comment_receipts (account, key, content_hash, comment, change) VALUES (?, ?, ?, ?, (SELECT change FROM city))',
            )
            .bind(account.id, of.key, contentHash, of.id),
        ]),
    ...(of.kind === 'return' ? returned : []),
    db.prepare(`SELECT ${COLUMNS} ${FROM} WHERE c.id = ?`).bind(of.id),
  ]
}
