import { z } from 'zod'
import {
  accountChangeSchema,
  accountDetailSchema,
  accountRequestSchema,
  accountsAnswerSchema,
  auditAnswerSchema,
  devicesAnswerSchema,
  exportLinkSchema,
  extensionSchema,
  importAnswerSchema,
  invitationRequestSchema,
  invitationSchema,
  lockSchema,
  noticesAnswerSchema,
  periodRequestSchema,
  reasonSchema,
  registerDifferenceSchema,
  registersAnswerSchema,
} from './administration.ts'
import { changesAnswerSchema, changesQuery } from './changes.ts'
import { commentHeaders, commentRequestSchema, commentSchema, commentsAnswerSchema, historyQuery } from './comment.ts'
import { consolidationSchema, lightAnswerSchema, lightRequestSchema } from './consolidation.ts'
import { documentLinkSchema, documentRequestSchema } from './document.ts'
import {
  agreeLayoutSchema,
  layoutId,
  layoutRequestSchema,
  layoutsAnswerSchema,
  proposeLayoutSchema,
  storedLayoutSchema,
  withdrawLayoutSchema,
} from './layouts.ts'
import { periodIdSchema, periodInfoSchema, periodsAnswerSchema } from './period.ts'
import { historyAnswerSchema, recordsPageSchema } from './records.ts'
import { accountSchema, sessionAnswerSchema, sessionHeaders, sessionRequestSchema } from './session.ts'
import { identityRequestSchema, oidcCallbackQuery, signInOptionsSchema } from './signIn.ts'
import { submissionActSchema, submissionSchema, submissionsAnswerSchema } from './submission.ts'
import { forEachAct, SUBMISSION_ACTS } from './submissionActs.ts'
import { onBehalfRequestSchema, syncAnswerSchema, syncRequestSchema } from './sync.ts'

/** What a route takes and answers; the worker validates by it, the OpenAPI document is made from it. */
export interface RouteContract {
  readonly summary: string
  readonly query?: z.ZodObject
  readonly headers?: z.ZodObject
  readonly body?: z.ZodType
  /** The schema of a 200; null where the answer is 204. */
  readonly answer: z.ZodType | null
}

/** Query parameters are texts. */
const whole = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)

/** Parameters of paths, by name. */
export const PATH_PARAMETERS = {
  period: periodIdSchema,
  reporter: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/),
  account: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/),
  device: z.string().regex(/^[0-9a-f]{16}$/),
  register: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  version: z.string().regex(/^[1-9]\d{0,5}$/),
  indicator: z.string().regex(/^\d{1,3}(\.\d{1,3})?\.[a-z]{1,2}$/),
  ticket: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  layout: layoutId,
} as const

/** A page of changes: after which position, and about how many. */
export const pageQuery = z.strictObject({ since: whole.default(0), limit: whole.pipe(z.int().min(1).max(10_000)).default(1_000) })
const flag = z.enum(['true', 'false']).transform((text) => text === 'true')
/** Which entries of the audit trail: of an act ("period.lock") or a kind of acts ("period"), of an object's name or a part of it, of an account. */
export const auditQuery = z.strictObject({
  ...pageQuery.shape,
  act: z
    .string()
    .regex(/^[a-z]{1,20}(\.[A-Za-z-]{1,20})?$/)
    .optional(),
  object: z.string().min(1).max(80).optional(),
  account: z.string().min(1).max(40).optional(),
  newestFirst: flag.default(false),
  /** Only entries before this one. */
  before: whole.optional(),
})
/** `dryRun=true` answers what would come of the request, and writes nothing. */
export const syncQuery = z.strictObject({ dryRun: flag.default(false) })
/** A UUID; chunk n of a larger sheet adds ".n". */
export const idempotencyKey = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.\d{1,4})?$/i)

/** What may not be done over somebody else's change names the epoch that it was decided at. */
const ifMatch = z.object({ 'if-match': z.string() })

const actContracts = forEachAct(
  (act): RouteContract => ({ summary: SUBMISSION_ACTS[act].summary, body: submissionActSchema, answer: submissionSchema }),
)

/** Every route of the server but /healthz and /readyz, by method and path. */
export const CONTRACT = {
  'POST /v1/sessions': {
    summary: 'Turn a one-time invitation code into a session',
    headers: sessionHeaders,
    body: sessionRequestSchema,
    answer: sessionAnswerSchema,
  },
  'GET /v1/sign-in-options': { summary: 'Which ways of signing in there are', answer: signInOptionsSchema },
  'GET /v1/oidc/start': { summary: "Go to the city's identity provider (302); 404 where there is none", answer: z.string() },
  'GET /v1/oidc/callback': {
    summary: "Come back from the city's identity provider: a page with a code for POST /v1/sessions",
    query: oidcCallbackQuery,
    answer: z.string(),
  },
  'DELETE /v1/sessions/current': { summary: 'Sign this device out', answer: null },
  'GET /v1/me': { summary: 'Who is signed in', answer: accountSchema },
  'GET /v1/periods': { summary: 'All periods, newest first', answer: periodsAnswerSchema },
  'GET /v1/periods/{period}/register': {
    summary: 'The register that the period is reported against',
    answer: z.looseObject({ schema: z.literal(1) }),
  },
  'GET /v1/periods/{period}/reporters/{reporter}/records': {
    summary: "A unit's records that changed",
    query: pageQuery,
    answer: recordsPageSchema,
  },
  'GET /v1/periods/{period}/records': { summary: 'Records of all units that changed', query: pageQuery, answer: recordsPageSchema },
  'POST /v1/periods/{period}/reporters/{reporter}/sync': {
    summary: 'Send what a sheet says',
    query: syncQuery,
    headers: z.object({ 'idempotency-key': idempotencyKey }),
    body: syncRequestSchema,
    answer: syncAnswerSchema,
  },
  'POST /v1/periods/{period}/reporters/{reporter}/sync-on-behalf': {
    summary: "Send for a unit what the unit's own file says",
    query: syncQuery,
    headers: z.object({ 'idempotency-key': idempotencyKey }),
    body: onBehalfRequestSchema,
    answer: syncAnswerSchema,
  },
  ...actContracts,
  'GET /v1/me/devices': { summary: 'Where this account is signed in', answer: devicesAnswerSchema },
  'DELETE /v1/me/devices/{device}': { summary: 'Sign one device out', answer: null },
  'GET /v1/periods/{period}/reporters/{reporter}/history': {
    summary: 'Every version of one record',
    query: historyQuery,
    answer: historyAnswerSchema,
  },
  'GET /v1/periods/{period}/reporters/{reporter}/comments': { summary: "Comments on a unit's rows", answer: commentsAnswerSchema },
  'POST /v1/periods/{period}/reporters/{reporter}/comments': {
    summary: 'Comment on a row, or return it',
    headers: commentHeaders,
    body: commentRequestSchema,
    answer: commentSchema,
  },
  'GET /v1/periods/{period}/reporters/{reporter}/submission': { summary: "The states of a unit's period", answer: submissionSchema },
  'GET /v1/periods/{period}/submissions': { summary: 'Who has reported and who has not', answer: submissionsAnswerSchema },
  'PUT /v1/periods/{period}/reporters/{reporter}/extension': {
    summary: 'Give one unit more time, or take it back',
    body: extensionSchema,
    answer: submissionSchema,
  },
  'PUT /v1/periods/{period}': {
    summary: 'Open a period, or change one (If-Match: its epoch)',
    body: periodRequestSchema,
    answer: periodInfoSchema,
  },
  'POST /v1/periods/{period}/lock': { summary: 'Lock a period', headers: ifMatch, body: lockSchema, answer: periodInfoSchema },
  'POST /v1/periods/{period}/reopen': { summary: 'Reopen a period', headers: ifMatch, body: reasonSchema, answer: periodInfoSchema },
  'GET /v1/periods/{period}/notices': { summary: 'Reminders and deadlines that have come due', answer: noticesAnswerSchema },
  'GET /v1/registers': { summary: 'All registers and versions', answer: registersAnswerSchema },
  'GET /v1/registers/{register}/{version}': { summary: 'One version of a register', answer: z.looseObject({ schema: z.literal(1) }) },
  'POST /v1/registers': {
    summary: "Load a year's register, or see what loading it would change",
    query: syncQuery,
    body: z.looseObject({ id: z.string(), version: z.int() }),
    answer: registerDifferenceSchema,
  },
  'GET /v1/accounts': { summary: 'All accounts', answer: accountsAnswerSchema },
  'POST /v1/accounts': { summary: 'Make an account', body: accountRequestSchema, answer: accountDetailSchema },
  'PUT /v1/accounts/{account}': { summary: 'Change or close an account', body: accountChangeSchema, answer: accountDetailSchema },
  'PUT /v1/accounts/{account}/identity': {
    summary: "Tie an account to a person at the city's identity provider",
    body: identityRequestSchema,
    answer: null,
  },
  'POST /v1/accounts/{account}/invitations': {
    summary: 'Invite to sign in on a device',
    body: invitationRequestSchema,
    answer: invitationSchema,
  },
  'DELETE /v1/accounts/{account}/sessions': { summary: 'Sign an account out everywhere', answer: null },
  'GET /v1/openapi.json': { summary: 'This contract as OpenAPI 3.1', answer: z.looseObject({ openapi: z.literal('3.1.0') }) },
  'GET /v1/docs': { summary: 'This contract as a page to read', answer: z.string() },
  'GET /v1/changes': { summary: 'Changes of figures, of all units and periods', query: changesQuery, answer: changesAnswerSchema },
  'GET /v1/audit': { summary: 'Privileged acts', query: auditQuery, answer: auditAnswerSchema },
  'POST /v1/scheduled': { summary: 'Do now what is due', answer: noticesAnswerSchema },
  'GET /v1/export': { summary: 'Everything, as JSON lines', answer: z.string() },
  'POST /v1/exports': { summary: 'A one-time link to everything, for a browser', answer: exportLinkSchema },
  'GET /v1/exports/{ticket}': { summary: 'Everything of a one-time link, as a file of JSON lines', answer: z.string() },
  'POST /v1/import': { summary: 'Fill an empty database from an export', answer: importAnswerSchema },
  'GET /v1/periods/{period}/consolidation': {
    summary: "The city's figures, lights, changes, counts and ranks, and where reporters disagree",
    answer: consolidationSchema,
  },
  'PUT /v1/periods/{period}/indicators/{indicator}/light': {
    summary: 'Put a light in place of the judged one, or take it back',
    body: lightRequestSchema,
    answer: lightAnswerSchema,
  },
  'POST /v1/periods/{period}/documents': {
    summary: 'A one-time link to a report, circular, reminders or proposals',
    body: documentRequestSchema,
    answer: documentLinkSchema,
  },
  'GET /v1/reporters/{reporter}/layouts': {
    summary: "What a unit's sheets are read by: its own remembered layouts, and the city's",
    answer: layoutsAnswerSchema,
  },
  'PUT /v1/reporters/{reporter}/layouts/{layout}': {
    summary: 'Remember for a unit what its people said of the columns of a layout',
    body: layoutRequestSchema,
    answer: storedLayoutSchema,
  },
  'DELETE /v1/reporters/{reporter}/layouts/{layout}': { summary: 'Forget it for the unit', answer: null },
  'POST /v1/reporters/{reporter}/layouts/{layout}/propose': {
    summary: 'Propose it for the whole city',
    body: proposeLayoutSchema,
    answer: storedLayoutSchema,
  },
  'GET /v1/layouts': { summary: 'Layouts that are proposed for the city, and those agreed', answer: layoutsAnswerSchema },
  'POST /v1/layouts/{layout}/agree': {
    summary: 'Let all units use what one of them proposes',
    body: agreeLayoutSchema,
    answer: storedLayoutSchema,
  },
  'POST /v1/layouts/{layout}/withdraw': {
    summary: "Take back what was agreed, or put a unit's proposal back",
    body: withdrawLayoutSchema,
    answer: null,
  },
  'GET /v1/documents/{ticket}': { summary: 'The document of a one-time link, as a file', answer: z.string() },
} as const satisfies Record<`${'GET' | 'POST' | 'PUT' | 'DELETE'} /v1/${string}`, RouteContract>

/** Method and path of a route: "GET /v1/me". */
export type RouteKey = keyof typeof CONTRACT
