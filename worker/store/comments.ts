import { ok, type Result } from '../../shared/base/result.ts'
import type { Comment } from '../../shared/wire/comment.ts'
import { type Actor, actBy, stillAllowed } from './actor.ts'
import { auditStatement } from './audit.ts'
import { type Database, firstRow } from './database.ts'
import { type GuardFault, runGuarded } from './runGuarded.ts'
import { returnStatements, stateCondition } from './submissions.ts'

const SELECT = `SELECT c.id, c.subject, c.area, c.part, c.version, c.kind, a.name AS "by", c.at, c.body AS text
  FROM comments c JOIN accounts a ON a.id = c.account`

/** The remarks on a unit's rows, oldest first. */
export async function listComments(db: Database, period: string, reporter: string): Promise<Comment[]> {
  const { results } = await db
    .prepare(`${SELECT} WHERE c.period = ? AND c.reporter = ? ORDER BY c.at, c.id`)
    .bind(period, reporter)
    .all<Comment>()
  return results
}

/** Adds a remark to a row at its current version; one of kind 'return' sends the unit's period back with it. */
export async function addComment(
  db: Database,
  of: { id: string; period: string; reporter: string; subject: string; area: string; part: string; kind: Comment['kind']; text: string },
  actor: Actor,
): Promise<Result<Comment, GuardFault>> {
  const returns = of.kind === 'return'
  const done = await runGuarded(
    db,
    {
      ...stillAllowed(actor),
      ...(returns ? { state: stateCondition(of.period, of.reporter, { receipt: ['none', 'received', 'returned', 'accepted'] }) } : {}),
    },
    [
      db
        .prepare(
          `INSERT INTO comments (id, period, reporter, subject, area, part, version, account, at, kind, body)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, coalesce((SELECT version FROM records WHERE period = ?2 AND reporter = ?3 AND subject = ?4
          AND area = ?5 AND part = ?6), 0), ?7, ?8, ?9, ?10)`,
        )
        .bind(of.id, of.period, of.reporter, of.subject, of.area, of.part, actor.session.account.id, actor.at, of.kind, of.text),
      ...(returns
        ? [
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
        : []),
      db.prepare(`${SELECT} WHERE c.id = ?`).bind(of.id),
    ],
  )
  return done.ok ? ok(firstRow<Comment>(done.value.at(-1))) : done
}
