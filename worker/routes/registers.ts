import { parseRegister } from '../../shared/register/parseRegister.ts'
import { registerRemarks } from '../../shared/register/registerRemarks.ts'
import { cellOfTrouble } from '../../shared/register/sheet/cellOfTrouble.ts'
import type { RegisterDifference } from '../../shared/wire/administration.ts'
import { syncQuery } from '../../shared/wire/contract.ts'
import { MAX_SYNC_BYTES } from '../../shared/wire/protocol.ts'
import { formOfSheet, isSheet } from '../domain/formOfSheet.ts'
import { registerDifference } from '../domain/registerDifference.ts'
import { actorOf } from '../http/actorOf.ts'
import type { Handler } from '../http/context.ts'
import { answerWithEtag } from '../http/etag.ts'
import { param } from '../http/param.ts'
import { Refusal } from '../http/problem.ts'
import { conform, parseSoundJson, readBytes } from '../http/readBody.ts'
import { refuseGuard } from '../http/refuseGuard.ts'
import { findRegister, readCity } from '../store/periods.ts'
import { latestRegister, listRegisters, loadRegister } from '../store/registers.ts'

/** Which registers were loaded. */
export const registers: Handler = async (c) => c.json({ registers: await listRegisters(c.env.DB) })

/** One version; it never changes, and is revalidated by its name. */
export const registerVersion: Handler = async (c) => {
  const [id, version] = [param(c, 'register'), Number(param(c, 'version'))]
  const { era } = await readCity(c.env.DB)
  const register = await findRegister(c.env.DB, era, id, version)
  if (!register) throw new Refusal('notFound')
  return answerWithEtag(c, `"${era}-${id}-${version}"`, async () => JSON.stringify(register))
}

/** Loads the next version of a register; a dry run answers only what it would change. */
export const postRegister: Handler = async (c) => {
  const { dryRun } = conform(syncQuery, c.req.query())
  const sent = parseSoundJson(await readBytes(c.req.raw, MAX_SYNC_BYTES))
  const sheet = isSheet(sent) ? await formOfSheet(c.env.DB, sent) : null
  const parsed = parseRegister(sheet === null ? sent : sheet.form)
  if (!parsed.ok) {
    const first = parsed.fault.tag === 'malformed' ? parsed.fault.issues[0] : parsed.fault.flaws[0]
    throw new Refusal('invalidBody', { detail: `${parsed.fault.tag}: ${JSON.stringify(first)}`.slice(0, 500) })
  }
  const register = parsed.value
  const before = await latestRegister(c.env.DB, register.id)
  if (before && before.version >= register.version) throw new Refusal('alreadyExists')
  const answer: RegisterDifference = {
    id: register.id,
    version: register.version,
    previousVersion: before?.version ?? null,
    dryRun,
    changes: registerDifference(before, register),
    remarks: registerRemarks(register).map((one) => (sheet === null ? one : { ...one, cell: cellOfTrouble(one, sheet.grid, sheet.form) })),
  }
  if (dryRun) return c.json(answer)
  const loaded = await loadRegister(c.env.DB, register, actorOf(c))
  if (!loaded.ok) throw loaded.fault.guard === 'precondition' ? new Refusal('alreadyExists') : refuseGuard(loaded.fault)
  return c.json(answer)
}
