import type { Register } from '../../shared/register/register.ts'
import { cityOf } from '../../shared/register/registerIndex.ts'
import { type DocumentKind, type DocumentLink, type DocumentRequest, documentRequestSchema } from '../../shared/wire/document.ts'
import type { DocumentSource } from '../document/writeDocument.ts'
import { documentSource } from '../domain/documentSource.ts'
import { actorOf, param, refuseGuard } from '../http/actorOf.ts'
import { attachment } from '../http/attachment.ts'
import { cityToday } from '../http/cityToday.ts'
import type { Handler } from '../http/context.ts'
import { Refusal } from '../http/problem.ts'
import { readJson } from '../http/readJson.ts'
import { makeDocumentLink, useDocumentLink } from '../store/documentLinks.ts'
import { spentLinkPage } from './pages/spentLinkPage.ts'

/** Answers where one document of the period is to be had, once; and what the lint says of a report as it stands. */
export const linkDocument: Handler = async (c) => {
  const asked = await readJson(c, documentRequestSchema)
  const period = param(c, 'period')
  const source = await documentSource(c.env.DB, period, cityToday(c.get('host').now()))
  if (!source) throw new Refusal('notFound')
  const remarks = asked.kind === 'report' ? await remarksOn(source, period, asked, cityToday(c.get('host').now())) : []
  const made = await makeDocumentLink(c.env.DB, period, asked, actorOf(c))
  if (!made.ok) throw refuseGuard(made.fault)
  const { ticket, expiresAt } = made.value
  const answer: DocumentLink = { path: `/v1/documents/${ticket}`, expiresAt, asOfSeq: source.consolidation.asOfSeq, remarks }
  return c.json(answer)
}

/**
 * The document of a link, written from the state of this moment, to whoever opens the link first. HEAD, which previews
 * and scanners ask with, uses nothing up. A browser is told of a spent link in a page, a program in a problem.
 */
export const openDocument: Handler = async (c) => {
  if (c.req.raw.method === 'HEAD') throw new Refusal('methodNotAllowed', { headers: { Allow: 'GET' } })
  const now = c.get('host').now()
  const link = await useDocumentLink(c.env.DB, param(c, 'ticket'), now.toISOString())
  const source = link && (await documentSource(c.env.DB, link.period, cityToday(now)))
  if (!source) {
    if (/\btext\/html\b/.test(c.req.header('accept') ?? '')) return spentLinkPage(c)
    throw new Refusal('linkSpent')
  }
  const { period, asked } = link
  const { writeDocument } = await import('../document/writeDocument.ts')
  const { content } = await writeDocument(source, { ...asked, period, today: cityToday(now) })
  return new Response(content as BodyInit, {
    headers: {
      'Content-Type': MEDIA_TYPE[asked.format],
      'Content-Disposition': attachment(fileName(source.register, period, asked), `${asked.kind}-${period}.${EXTENSION[asked.format]}`),
      'Cache-Control': 'no-store',
    },
  })
}

async function remarksOn(source: DocumentSource, period: string, asked: DocumentRequest, today: string): Promise<string[]> {
  const { writeDocument } = await import('../document/writeDocument.ts')
  const { content } = await writeDocument(source, { ...asked, kind: 'lint', format: 'text', period, today })
  return String(content)
    .split('\n')
    .filter((line) => line !== '')
}

const MEDIA_TYPE: Readonly<Record<DocumentRequest['format'], string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  text: 'text/plain; charset=utf-8',
}
const EXTENSION: Readonly<Record<DocumentRequest['format'], string>> = { docx: 'docx', xlsx: 'xlsx', text: 'txt' }
const TITLE: Readonly<Record<DocumentKind, string>> = {
  report: '进展情况报告',
  circular: '进展情况通报',
  reminders: '催办清单',
  proposals: '更正建议',
}

/** 三门峡市2021年5月重点民生实事进展情况报告（工作稿）.docx */
function fileName(register: Register, period: string, { kind, format, formal }: DocumentRequest): string {
  const city = cityOf(register)?.name ?? ''
  const [year, month] = period.split('-').map(Number)
  const draft = kind === 'report' && !formal ? '（工作稿）' : ''
  return `${city}${year}年${month}月重点民生实事${TITLE[kind]}${draft}.${EXTENSION[format]}`
}
