import { beforeAll, describe, expect, it } from 'vitest'
import { database, openWorld, PERIOD, send, sendOnBehalf } from '../world.ts'

const VERSION = "WHERE subject = '7.1.c' AND version = 1"

/** What the database itself refuses, whoever writes. */
describe('the database', () => {
  beforeAll(async () => {
    const world = await openWorld()
    await send(world, 'clerk', [{ subject: '7.1.c', cumulative: 10_000 }])
    const body = { subject: '7.1.c', area: '411200', text: '好' }
    expect((await world.ask('coordinator', 'POST', `/v1/periods/${PERIOD}/reporters/jiaotong/comments`, { body })).status).toBe(200)
    await sendOnBehalf(world, [{ subject: '7.1.a', area: '411202', cumulative: 240_000 }])
    expect((await world.ask('clerk', 'POST', `/v1/periods/${PERIOD}/reporters/jiaotong/submission/take-over`, { body: {} })).status).toBe(
      200,
    )
    const headers = { 'If-Match': '1' }
    expect(
      (await world.ask('coordinator', 'POST', `/v1/periods/${PERIOD}/lock`, { body: { reason: '通报', confirmed: true }, headers })).status,
    ).toBe(200)
  })

  it.each([
    ['a version of a row is rewritten', `UPDATE history SET cumulative = 1 ${VERSION}`],
    ['a version of a row goes', `DELETE FROM history ${VERSION}`],
    ['a row is removed instead of withdrawn', `DELETE FROM records ${VERSION}`],
    ['a row is written without a new version', `UPDATE records SET cumulative = 1 ${VERSION}`],
    ['a version is left out', `UPDATE records SET version = 3 ${VERSION}`],
    [
      'a row does not begin at version 1',
      `INSERT INTO records (period, reporter, subject, area, part, version, seq, account, at, deleted, written, reasons)
      SELECT period, reporter, subject, area, 'x', 2, seq, account, at, deleted, written, reasons FROM records`,
    ],
    ['a receipt is rewritten', "UPDATE receipts SET outcomes = '[]'"],
    ['a file that was sent on behalf is rewritten', "UPDATE files_on_behalf SET file_name = 'x'"],
    ['a file that was sent on behalf goes', 'DELETE FROM files_on_behalf'],
    ['what was taken over is rewritten', "UPDATE files_taken_over SET account = 'x'"],
    ['what was taken over goes', 'DELETE FROM files_taken_over'],
    ['a receipt goes', 'DELETE FROM receipts'],
    ['a comment is rewritten', "UPDATE comments SET body = 'x'"],
    ['a comment goes', 'DELETE FROM comments'],
    ['the audit trail is rewritten', "UPDATE audit SET account = 'nobody'"],
    ['the audit trail loses an entry', 'DELETE FROM audit'],
    ['a version of the register is rewritten', "UPDATE registers SET title = 'x'"],
    ['a version of the register goes', 'DELETE FROM registers'],
  ])('does not let it happen that %s', async (_, sql) => {
    await expect(database.prepare(sql).run()).rejects.toThrow(/never|append-only|gaps|begins|withdrawn/)
  })
})
