import type { Register } from '../../shared/register/register.ts'
import { cityOf } from '../../shared/register/registerIndex.ts'
import type { DocumentKind, DocumentLetter, DocumentRequest } from '../../shared/wire/document.ts'
import type { DocumentSource } from '../document/writeDocument.ts'

/** A document as a browser saves it. */
export interface DocumentFile {
  readonly content: string | Uint8Array<ArrayBuffer>
  readonly mediaType: string
  /** For people, and the same in ASCII for what cannot take it. */
  readonly name: string
  readonly plainName: string
}

/** Which document, and China's day. */
export interface DocumentAsked {
  readonly period: string
  readonly asked: DocumentRequest
  readonly today: string
}

/** Writes one document of a period as a file. */
export async function documentFile(source: DocumentSource, { period, asked, today }: DocumentAsked): Promise<DocumentFile> {
  const { content } = await (await writer())(source, { ...asked, period, today })
  return {
    content: typeof content === 'string' ? content : new Uint8Array(content),
    mediaType: MEDIA_TYPE[asked.format],
    name: fileName(source.register, period, asked),
    plainName: `${asked.kind}-${period}.${EXTENSION[asked.format]}`,
  }
}

/** What the lint finds in the report as it is now, a line each. */
export async function lintLines(source: DocumentSource, { period, asked, today }: DocumentAsked): Promise<string[]> {
  const { content } = await (await writer())(source, { ...asked, kind: 'lint', format: 'text', period, today })
  return String(content)
    .split('\n')
    .filter((line) => line !== '')
}

/** Each unit's own text of reminders or proposals, as they are now. */
export async function unitLetters(source: DocumentSource, { period, asked, today }: DocumentAsked): Promise<DocumentLetter[]> {
  const { lettersOf } = await import('../document/writeDocument.ts')
  return [...lettersOf(source, { ...asked, period, today })]
}

/** The writers of .docx and .xlsx are most of the worker's code: they are loaded when the first document is asked for. */
const writer = async () => (await import('../document/writeDocument.ts')).writeDocument

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
  sources: '数据来源',
}

/** 三门峡市2021年5月重点民生实事进展情况报告（工作稿）.docx */
function fileName(register: Register, period: string, { kind, format, formal }: DocumentRequest): string {
  const [year, month] = period.split('-').map(Number)
  const of = kind === 'sources' && formal ? '（正式报告）' : ''
  const draft = (kind === 'report' || kind === 'circular') && !formal ? '（工作稿）' : of
  return `${cityOf(register)?.name ?? ''}${year}年${month}月重点民生实事${TITLE[kind]}${draft}.${EXTENSION[format]}`
}
