import { z } from 'zod'
import { isOneOf, keysOf } from '../base/keysOf.ts'

/** The documents of a period, and the formats that each can be had in. */
export const DOCUMENT_FORMATS = {
  report: ['docx', 'xlsx', 'text'],
  circular: ['docx', 'text'],
  reminders: ['docx', 'text'],
  proposals: ['docx', 'text'],
  sources: ['xlsx'],
} as const satisfies Record<string, readonly ('docx' | 'xlsx' | 'text')[]>
/** What can be issued, and where its numbers come from. */
const FORMAL: ReadonlySet<string> = new Set<DocumentKind>(['report', 'circular', 'sources'])
/** What is written: a report, a circular, reminders to units, proposals for corrections, or where a report's numbers come from. */
export type DocumentKind = keyof typeof DOCUMENT_FORMATS
/** The format of a document's file. */
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[DocumentKind][number]

/** One line of a letterhead, as a person types it. */
const line = z.string().trim().min(1).max(80)

/** Some paragraphs, as a person types them. */
const paragraphs = z.string().trim().min(1).max(4000)

/**
 * POST /v1/periods/{period}/documents: which document. A formal report and a formal circular have a letterhead (发文机关 issuer,
 * 文号 number, 签发人 signatory, 主送 addressee, date), annexes that are named (附件说明, a line each) and an imprint (版记: 抄送
 * copyTo, 印发机关 printedBy, 印发日期 printedOn); a circular besides what only a person can say (导语 lead, 要求 demands, a
 * paragraph a line). What is not given stays blank, or is left out; nothing is filled in.
 */
export const documentRequestSchema = z
  .strictObject({
    kind: z.enum(keysOf(DOCUMENT_FORMATS)),
    format: z.enum(['docx', 'xlsx', 'text']),
    formal: z.boolean().default(false),
    issuer: line.optional(),
    number: line.optional(),
    signatory: line.optional(),
    addressee: line.optional(),
    date: z.iso.date().optional(),
    annexes: paragraphs.optional(),
    copyTo: z.string().trim().min(1).max(400).optional(),
    printedBy: line.optional(),
    printedOn: z.iso.date().optional(),
    lead: paragraphs.optional(),
    demands: paragraphs.optional(),
  })
  .refine(({ kind, format }) => isOneOf<string>(DOCUMENT_FORMATS[kind], format), { path: ['format'] })
  .refine(({ kind, formal }) => FORMAL.has(kind) || !formal, { path: ['formal'] })
/** Which document, with all that was left out filled in. */
export type DocumentRequest = z.infer<typeof documentRequestSchema>
/** The same as it is sent, before what is left out was filled in. */
export type DocumentAsk = z.input<typeof documentRequestSchema>

/** A text to one unit. */
const documentLetterSchema = z.strictObject({ name: z.string(), text: z.string() })
export type DocumentLetter = z.infer<typeof documentLetterSchema>

/** Where the document is to be had, once, and until when; and what the lint says of a report before anybody opens it. */
export const documentLinkSchema = z.strictObject({
  path: z.string().regex(/^\/v1\/documents\/[A-Za-z0-9_-]{43}$/),
  expiresAt: z.string(),
  /** The position of the figures that the lint findings are about. */
  asOfSeq: z.int(),
  /** What the lint finds in a report, a line each; the name is older than the word “lint finding”. */
  /** Lint findings, a line each. */
  remarks: z.array(z.string()),
  /** Of reminders and proposals each unit's own text, to be sent to it alone. */
  letters: z.array(documentLetterSchema),
})
/** Opens once, without a token: a browser carries none. */
export type DocumentLink = z.infer<typeof documentLinkSchema>
