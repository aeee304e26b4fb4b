import { describe, expect, it } from 'vitest'
import { SUBMISSION_ACTS } from '../../../shared/wire/submissionActs.ts'
import { hashOf } from '../../../worker/secrets/hashOf.ts'
import { PRIVILEGED_ACTS, type PrivilegedAct } from '../http/privilegedActs.ts'
import { database, openWorld, send } from '../world.ts'

/**
 * What a second delivery of an act is answered, whose first answer got lost. Whatever it is, what the city holds is that
 * of one delivery (`same`), or what `differs` says.
 */
const SECOND: Readonly<Record<string, { readonly status: number; readonly differs?: string }>> = {
  ...Object.fromEntries(Object.keys(SUBMISSION_ACTS).map((act) => [`submission.${act}`, { status: 409 }])),
  'submission.take-over': { status: 200 },
  'submission.onBehalf': { status: 200 },
  'submission.exception': { status: 200 },
  'record.return': { status: 200, differs: 'without a key the remark stands twice' },
  'period.lock': { status: 412 },
  'period.reopen': { status: 412 },
  'period.change': { status: 200 },
  'light.override': { status: 200, differs: 'the same judgement stands twice in its story' },
  'layout.remember': { status: 200 },
  'layout.forget': { status: 404 },
  'layout.propose': { status: 200 },
  'layout.agree': { status: 409 },
  'layout.decline': { status: 404 },
  'layout.withdraw': { status: 404 },
  'register.load': { status: 409 },
  'account.make': { status: 409 },
  'account.change': { status: 200 },
  'account.invite': { status: 200, differs: 'the first code is dead, the second one good' },
  'account.signOut': { status: 204 },
  'document.link': { status: 200, differs: 'one more link, good for five minutes' },
  'city.exportLink': { status: 200, differs: 'one more link, good for five minutes' },
  'city.export': { status: 200 },
}
const COUNTED = ['invitations', 'comments', 'document_links', 'export_links']

describe('an act that is delivered twice', () => {
  /** The hash of what the city holds, times and counters of writing aside; of what is made by chance, how many. */
  const content = async () => {
    const tables = [
      'periods',
      'submissions',
      'records',
      'history',
      'registers',
      'units',
      'accounts',
      'tokens',
      'light_overrides',
      'layouts',
      'files_on_behalf',
      'files_taken_over',
    ]
    const answers = await database.batch([
      ...tables.map((table) => database.prepare(`SELECT * FROM ${table}`)),
      ...COUNTED.map((table) => database.prepare(`SELECT count(*) AS n FROM ${table}`)),
    ])
    const plain = (row: object) =>
      Object.fromEntries(Object.entries(row).filter(([name]) => !['version', 'at', 'revoked_at', 'acts'].includes(name)))
    return await hashOf(JSON.stringify(answers.map(({ results }) => results.map((row) => plain(row as object)))))
  }

  it('is one that the table knows', () => {
    expect(Object.keys(SECOND).sort()).toEqual([...new Set(PRIVILEGED_ACTS.map(({ entry }) => entry.act))].sort())
  })

  it.each(PRIVILEGED_ACTS.map((act) => [act.entry.act, act] as const))('%s does no more than once delivered', async (name, act) => {
    const world = await openWorld()
    await send(world, 'clerk', [{ subject: '7.1.c', cumulative: 10_000 }])
    if (act.first) await database.prepare(act.first).run()
    const deliver = async ({ who, key, path, body, headers }: PrivilegedAct) => {
      const answer = await world.ask(who, key.split(' ')[0] ?? '', path, {
        ...(body === undefined ? {} : { body }),
        headers: headers ?? {},
      })
      await answer.arrayBuffer()
      return answer.status
    }
    expect(await deliver(act)).toBeLessThan(300)
    const once = await content()
    const { status, differs } = SECOND[name] ?? { status: 0 }
    expect(await deliver(act)).toBe(status)
    if (differs === undefined || name === 'account.invite') expect(await content()).toBe(once)
    else expect(await content()).not.toBe(once)
  })
})
