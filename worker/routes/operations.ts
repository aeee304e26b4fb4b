import { never } from '../../shared/base/never.ts'
import { auditQuery } from '../../shared/wire/contract.ts'
import { exportStream } from '../domain/exportStream.ts'
import { actorOf } from '../http/actorOf.ts'
import type { Handler } from '../http/context.ts'
import { Refusal } from '../http/problem.ts'
import { conform } from '../http/readBody.ts'
import { readLines } from '../http/readLines.ts'
import { refuseGuard } from '../http/refuseGuard.ts'
import { importCity } from '../store/backup/importCity.ts'
import { runGuarded } from '../store/database/runGuarded.ts'
import { actBy, stillAllowed } from '../store/people/actor.ts'
import { auditStatement } from '../store/people/audit.ts'
import { readAudit } from '../store/people/readAudit.ts'

/** The audit trail, oldest first unless the newest are asked for; of some acts or objects alone where they are named. */
export const auditTrail: Handler = async (c) => c.json(await readAudit(c.env.DB, conform(auditQuery, c.req.query())))

/** Everything as JSON lines, as it is read; recorded before the first line leaves. */
export const exportEverything: Handler = async (c) => {
  const actor = actorOf(c)
  const noted = await runGuarded(c.env.DB, stillAllowed(actor), [
    auditStatement(c.env.DB, { ...actBy(actor), act: 'city.export', object: 'city', reason: null, before: null, after: null }),
  ])
  if (!noted.ok) throw refuseGuard(noted.fault)
  return c.body(await exportStream(c.env.DB), 200, {
    'Content-Type': 'application/x-ndjson; charset=utf-8',
    'Content-Disposition': 'attachment; filename="city.jsonl"',
  })
}

/** The largest export that is taken, counted as it is read. */
const MAX_IMPORT_BYTES = 512 * 1024 * 1024

/** Fills an empty database; answers the hash of its content, which is that of the export. */
export const importEverything: Handler = async (c) => {
  if (!/^application\/x-ndjson\b/i.test(c.req.header('content-type') ?? '')) throw new Refusal('unsupportedMediaType')
  const done = await importCity(c.env.DB, readLines(c.req.raw.body, MAX_IMPORT_BYTES), actorOf(c))
  if (done.ok) return c.json(done.value)
  switch (done.fault.tag) {
    case 'notEmpty':
      throw new Refusal('alreadyExists')
    case 'otherAccounts':
      throw new Refusal('alreadyExists', { detail: 'accounts that the export does not have' })
    case 'malformed':
      throw new Refusal('malformed', { detail: `line ${done.fault.line}` })
    case 'different':
      throw new Refusal('malformed', { detail: 'contentHash' })
    case 'guard':
      throw refuseGuard(done.fault)
    default:
      return never(done.fault)
  }
}
