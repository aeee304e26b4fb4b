import { type DocumentLink, documentRequestSchema } from '../../shared/wire/document.ts'
import { documentFile, lintLines, unitLetters } from '../domain/documentFile.ts'
import { documentSource } from '../domain/documentSource.ts'
import { actorOf } from '../http/actorOf.ts'
import { attachment } from '../http/attachment.ts'
import { cityToday } from '../http/cityToday.ts'
import type { Handler } from '../http/context.ts'
import { param } from '../http/param.ts'
import { Refusal } from '../http/problem.ts'
import { readJson } from '../http/readJson.ts'
import { refuseGuard } from '../http/refuseGuard.ts'
import { makeDocumentLink, useDocumentLink } from '../store/links/documentLinks.ts'
import { auditStatement } from '../store/people/audit.ts'
import { spentLinkPage } from './pages/spentLinkPage.ts'

/** Answers where one document of the period is to be had, once; and what the lint finds in a report as it is now. */
export const linkDocument: Handler = async (c) => {
  const asked = await readJson(c, documentRequestSchema)
  const period = param(c, 'period')
  const today = cityToday(c.get('host').now())
  const source = await documentSource(c.env.DB, period, today)
  if (!source) throw new Refusal('notFound')
  const remarks = asked.kind === 'report' ? await lintLines(source, { period, asked, today }) : []
  const letters = asked.kind === 'reminders' || asked.kind === 'proposals' ? await unitLetters(source, { period, asked, today }) : []
  const made = await makeDocumentLink(c.env.DB, period, asked, actorOf(c))
  if (!made.ok) throw refuseGuard(made.fault)
  const { ticket, expiresAt } = made.value
  const answer: DocumentLink = { path: `/v1/documents/${ticket}`, expiresAt, asOfSeq: source.consolidation.asOfSeq, remarks, letters }
  return c.json(answer)
}

/**
 * The document of a link, written from the state of this moment, to whoever opens the link first. HEAD, which previews
 * and scanners ask with, uses nothing up. That it was opened is recorded before it leaves, with the position that it is made from. A browser is shown a page about a spent link, a program is answered a problem.
 */
export const openDocument: Handler = async (c) => {
  if (c.req.raw.method === 'HEAD') throw new Refusal('methodNotAllowed', { headers: { Allow: 'GET' } })
  const now = c.get('host').now()
  const today = cityToday(now)
  const link = await useDocumentLink(c.env.DB, param(c, 'ticket'), now.toISOString())
  const source = link && (await documentSource(c.env.DB, link.period, today))
  if (!source) {
    if (/\btext\/html\b/.test(c.req.header('accept') ?? '')) return spentLinkPage(c)
    throw new Refusal('linkSpent')
  }
  await auditStatement(c.env.DB, {
    at: now.toISOString(),
    account: link.account,
    accountName: link.accountName,
    act: 'document.open',
    object: link.period,
    reason: null,
    before: null,
    after: { ...link.asked, asOfSeq: source.consolidation.asOfSeq },
    requestId: c.get('requestId'),
  }).all()
  const { content, mediaType, name, plainName } = await documentFile(source, { ...link, today })
  return new Response(content, {
    headers: { 'Content-Type': mediaType, 'Content-Disposition': attachment(name, plainName), 'Cache-Control': 'no-store' },
  })
}
