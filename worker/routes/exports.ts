import type { ExportLink } from '../../shared/wire/administration.ts'
import { exportStream } from '../domain/exportStream.ts'
import { actorOf } from '../http/actorOf.ts'
import { attachment } from '../http/attachment.ts'
import { cityToday } from '../http/cityToday.ts'
import type { Handler } from '../http/context.ts'
import { param } from '../http/param.ts'
import { Refusal } from '../http/problem.ts'
import { refuseGuard } from '../http/refuseGuard.ts'
import { makeExportLink, useExportLink } from '../store/links/exportLinks.ts'
import { auditStatement } from '../store/people/audit.ts'
import { spentLinkPage } from './pages/spentLinkPage.ts'

/** Answers where everything is to be had, once: a pane in desktop Excel can save no file, but open a browser. */
export const linkExport: Handler = async (c) => {
  const made = await makeExportLink(c.env.DB, actorOf(c))
  if (!made.ok) throw refuseGuard(made.fault)
  const answer: ExportLink = { path: `/v1/exports/${made.value.ticket}`, expiresAt: made.value.expiresAt }
  return c.json(answer)
}

/** Everything, to whoever opens the link first; recorded before the first line leaves. HEAD uses nothing up. */
export const openExport: Handler = async (c) => {
  if (c.req.raw.method === 'HEAD') throw new Refusal('methodNotAllowed', { headers: { Allow: 'GET' } })
  const now = c.get('host').now()
  const link = await useExportLink(c.env.DB, param(c, 'ticket'), now.toISOString())
  if (!link) {
    if (/\btext\/html\b/.test(c.req.header('accept') ?? '')) return spentLinkPage(c)
    throw new Refusal('linkSpent')
  }
  await auditStatement(c.env.DB, {
    at: now.toISOString(),
    account: link.account,
    accountName: link.accountName,
    act: 'city.export',
    object: 'city',
    reason: null,
    before: null,
    after: { byLink: true },
    requestId: c.get('requestId'),
  }).all()
  const today = cityToday(now)
  return c.body(await exportStream(c.env.DB), 200, {
    'Content-Type': 'application/x-ndjson; charset=utf-8',
    'Content-Disposition': attachment(`重点民生实事数据备份 ${today}.jsonl`, `city-${today}.jsonl`),
    'Cache-Control': 'no-store',
  })
}
