import type { SentFile } from '../../shared/wire/sync.ts'
import type { Database, Statement } from './database/database.ts'
import { prepareNamed } from './database/prepareNamed.ts'
import { type Actor, actBy } from './people/actor.ts'

/** The sync that a file came with; undefined file where the unit itself sends. */
interface SyncOfFile {
  readonly reporter: string
  readonly id: string
  readonly file: SentFile | undefined
  readonly requestId: string
}

/** What a sync on behalf leaves besides its rows: which file it was, and its entry in the audit trail; nothing where the unit itself sends. */
export function onBehalfStatements(db: Database, { file, reporter, id, requestId }: SyncOfFile): Statement[] {
  if (file === undefined) return []
  return [
    db
      .prepare('INSERT INTO files_on_behalf (reporter, id, file_name, file_hash) VALUES (?, ?, ?, ?)')
      .bind(reporter, id, file.name, file.sha256),
    prepareNamed(
      db,
      `INSERT INTO audit (at, account, account_name, act, object, after, request_id)
      SELECT at, account, account_name, 'submission.onBehalf', period || '/' || reporter,
        json_object('file', :name, 'sha256', :hash, 'rows', applied), :requestId FROM receipts WHERE reporter = :reporter AND id = :id`,
      { name: file.name, hash: file.sha256, requestId, reporter, id },
    ),
  ]
}

/** The unit takes over whatever was sent for its period until now, and was not taken over before. */
export function takeOverStatements(db: Database, of: { readonly period: string; readonly reporter: string }, actor: Actor): Statement[] {
  const { account, accountName, at } = actBy(actor)
  const taken = prepareNamed(
    db,
    `INSERT INTO files_taken_over (reporter, id, account, account_name, at)
    SELECT f.reporter, f.id, :account, :accountName, :at FROM receipts r JOIN files_on_behalf f ON f.reporter = r.reporter AND f.id = r.id
    WHERE r.reporter = :reporter AND r.period = :period
      AND NOT EXISTS (SELECT 1 FROM files_taken_over t WHERE t.reporter = f.reporter AND t.id = f.id)`,
    { account, accountName, at, reporter: of.reporter, period: of.period },
  )
  const moved = db.prepare('UPDATE submissions SET version = version + 1 WHERE period = ? AND reporter = ?').bind(of.period, of.reporter)
  return [taken, moved]
}

/** SQL: JSON of what was sent for the unit's period (u, p), oldest first, in the shape of the wire. */
export const FILES_ON_BEHALF = `(SELECT json_group_array(json_object('id', f.id, 'name', f.file_name, 'sha256', f.file_hash,
    'account', r.account, 'by', coalesce(r.account_name, r.account), 'at', r.at, 'rows', r.applied,
    'takenOver', CASE WHEN t.id IS NOT NULL THEN json_object('account', t.account, 'by', t.account_name, 'at', t.at) END) ORDER BY r.at, r.seq IS NULL, r.seq, r.id)
  FROM files_on_behalf f JOIN receipts r ON r.reporter = f.reporter AND r.id = f.id
  LEFT JOIN files_taken_over t ON t.reporter = f.reporter AND t.id = f.id
  WHERE f.reporter = u.id AND r.period = p.id)`
