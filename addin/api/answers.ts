import { isOneOf, keysOf } from '../../shared/base/keysOf.ts'
import { FINDING_SEVERITY, type Finding } from '../../shared/finding/finding.ts'
import { VALUE_FIELDS, type ValueField } from '../../shared/record/columnFields.ts'
import type { Origin } from '../../shared/record/figureRecord.ts'
import type { Register } from '../../shared/register/register.ts'
import { COMPARABLE } from '../../shared/wire/comparable.ts'
import type {
  ConsolidatedIndicator,
  Consolidation,
  Gap,
  IndicatorLight,
  LightAnswer,
  LightOverride,
  Source,
} from '../../shared/wire/consolidation.ts'
import type { DocumentLetter, DocumentLink } from '../../shared/wire/document.ts'
import { LIGHT_REASONS, LIGHTS } from '../../shared/wire/lights.ts'
import type { PeriodInfo } from '../../shared/wire/period.ts'
import type { RecordsPage, RecordVersion } from '../../shared/wire/records.ts'
import { REPORTED_KINDS } from '../../shared/wire/reported.ts'
import { REPORT_STATES } from '../../shared/wire/reportState.ts'
import type { Account, SessionAnswer } from '../../shared/wire/session.ts'
import type { SignInOptions } from '../../shared/wire/signIn.ts'
import type { RowOutcome, ServerRecord, SyncAnswer } from '../../shared/wire/sync.ts'
import {
  anything,
  eitherOf,
  listOf,
  mapOf,
  matching,
  object,
  oneOf,
  orAbsent,
  orNull,
  type Shape,
  scalar,
  text,
  truth,
  whole,
} from './shape.ts'

/** What each route answers with 2xx. */
export const accountShape: Shape<Account> = object<Account>({
  id: text,
  name: text,
  role: oneOf('clerk', 'reviewer', 'coordinator', 'administrator', 'auditor', 'reader'),
  reporter: orNull(text),
  reporterName: orNull(text),
})

/** POST …/sessions: the token, and whose it is. */
export const sessionShape: Shape<SessionAnswer> = object<SessionAnswer>({ token: text, account: accountShape, era: text })

/** Which ways of signing in the city offers. */
export const signInOptionsShape: Shape<SignInOptions> = object<SignInOptions>({ oidc: truth })

/** "2021-05". */
export const periodIdShape = matching(/^20\d\d-(0[1-9]|1[0-2])$/)
/** One period: its state, its deadlines, and the register it is reported against. */
export const periodInfoShape: Shape<PeriodInfo> = object<PeriodInfo>({
  id: periodIdShape,
  registerId: text,
  registerVersion: whole,
  epoch: whole,
  state: oneOf('open', 'locked'),
  softDeadline: text,
  hardDeadline: text,
})
/** GET …/periods. */
export const periodsShape: Shape<{ periods: PeriodInfo[] }> = object<{ periods: PeriodInfo[] }>({ periods: listOf(periodInfoShape) })

const registerOutline = object<Pick<Register, 'id' | 'year' | 'version' | 'city'> & Record<RegisterList, unknown[]>>({
  id: text,
  year: whole,
  version: whole,
  city: text,
  areas: listOf(anything),
  zones: listOf(anything),
  measures: listOf(anything),
  units: listOf(anything),
  categories: listOf(anything),
  tasks: listOf(anything),
  indicators: listOf(anything),
  assignments: listOf(anything),
})
/** Enough of the register to know it from a foreign answer; its content was checked where it was loaded. */
export const registerShape: Shape<Register> = (value): value is Register => registerOutline(value)
type RegisterList = 'areas' | 'zones' | 'measures' | 'units' | 'categories' | 'tasks' | 'indicators' | 'assignments'

const values: Shape<ServerRecord['values']> = (value): value is ServerRecord['values'] =>
  mapOf(scalar)(value) && Object.keys(value).every((field) => isOneOf(VALUE_FIELDS, field))

const originShape: Shape<Origin> = object<Origin>({ sheet: text, row: whole, cells: mapOf(text) })

const recordFields = {
  reporter: text,
  subject: text,
  area: text,
  part: text,
  version: whole,
  seq: whole,
  account: text,
  by: text,
  at: text,
  onBehalf: truth,
  deleted: truth,
  values,
  written: mapOf(text),
  origin: orNull(originShape),
  reasons: mapOf(text),
}
const recordShape: Shape<ServerRecord> = object<ServerRecord>(recordFields)

/** GET …/history. */
export const historyShape: Shape<{ versions: RecordVersion[] }> = object<{ versions: RecordVersion[] }>({
  versions: listOf(object<RecordVersion>({ ...recordFields, note: orNull(text), evidence: orNull(text) })),
})

/** GET …/records: a page of a unit's rows, and where the next one begins. */
export const recordsShape: Shape<RecordsPage> = object<RecordsPage>({
  era: text,
  records: listOf(recordShape),
  inherited: listOf(recordShape),
  next: orNull(whole),
  asOfSeq: whole,
})

const params: Shape<string | number | boolean | string[]> = (value): value is string | number | boolean | string[] =>
  scalar(value) || listOf(text)(value)

const findingFields = {
  code: oneOf(...keysOf(FINDING_SEVERITY)),
  severity: oneOf('error', 'warning', 'info'),
  sheet: text,
  cell: text,
  cells: orAbsent(listOf(text)),
  params: mapOf(params),
  record: orAbsent(text),
  field: orAbsent(text),
}
/** Findings as the wire carries them: the server's are of one record each. */
export const findingShape: Shape<Finding> = object<Omit<Finding, 'records'>>(findingFields)

type Of<S extends RowOutcome['status']> = Extract<RowOutcome, { status: S }>
const outcomeShape: Shape<RowOutcome> = eitherOf<RowOutcome>(
  object<Of<'applied'>>({ row: whole, status: oneOf('applied'), version: whole }),
  object<Of<'unchanged'>>({ row: whole, status: oneOf('unchanged'), version: whole }),
  object<Of<'held'>>({ row: whole, status: oneOf('held'), version: whole }),
  object<Of<'conflict'>>({
    row: whole,
    status: oneOf('conflict'),
    version: whole,
    fields: listOf(oneOf<ValueField>(...VALUE_FIELDS)),
    server: recordShape,
  }),
  object<Of<'rejected'>>({
    row: whole,
    status: oneOf('rejected'),
    findings: listOf(object<Of<'rejected'>['findings'][number]>(findingFields)),
  }),
)

/** POST …/sync: what became of each row. */
export const syncShape: Shape<SyncAnswer> = object<SyncAnswer>({
  seq: orNull(whole),
  periodEpoch: whole,
  dryRun: truth,
  replayed: truth,
  outcomes: listOf(outcomeShape),
})

type Area = ConsolidatedIndicator['areas'][number]
type Narrative = Consolidation['narratives'][number]
type Reporter = Consolidation['reporters'][number]
type Disagreement = Consolidation['disagreements'][number]

const sourceShape: Shape<Source> = object<Source>({
  reporter: text,
  area: text,
  part: text,
  version: whole,
  seq: whole,
  account: text,
  by: text,
  at: text,
  onBehalf: truth,
  value: orNull(whole),
  isPercent: truth,
  stage: orNull(text),
  counted: truth,
  state: oneOf(...REPORT_STATES),
  changed: truth,
  cell: orNull(text),
})

const overrideShape: Shape<LightOverride> = object<LightOverride>({ light: oneOf(...LIGHTS), reason: text, by: text, at: text })

const lightFields = { light: oneOf(...LIGHTS), reason: oneOf(...LIGHT_REASONS), expected: orNull(whole), behind: orNull(whole) }

type County = ConsolidatedIndicator['counties'][number]
const indicatorShape: Shape<ConsolidatedIndicator> = object<ConsolidatedIndicator>({
  indicator: text,
  measure: orNull(text),
  target: orNull(whole),
  cumulative: orNull(whole),
  percent: orNull(whole),
  state: oneOf('complete', 'partial', 'missing'),
  reported: oneOf(...REPORTED_KINDS),
  stated: orNull(whole),
  statedSources: listOf(sourceShape),
  areas: listOf(
    object<Area>({
      area: text,
      target: orNull(whole),
      cumulative: orNull(whole),
      percent: orNull(whole),
      asOf: orNull(text),
      due: truth,
      reported: oneOf(...REPORTED_KINDS),
      sources: listOf(sourceShape),
    }),
  ),
  light: orNull(object<IndicatorLight>({ ...lightFields, override: orNull(overrideShape) })),
  counties: listOf(
    object<County>({
      area: text,
      target: whole,
      reporter: orNull(text),
      cumulative: orNull(whole),
      percent: orNull(whole),
      reached: orNull(whole),
      state: orNull(oneOf(...REPORT_STATES)),
      changed: truth,
      light: orNull(object<NonNullable<County['light']>>(lightFields)),
    }),
  ),
  change: object<ConsolidatedIndicator['change']>({ cumulative: orNull(whole), percent: orNull(whole), comparable: oneOf(...COMPARABLE) }),
})

const sideShape = object<Disagreement['ofRecord']>({
  reporter: text,
  sum: truth,
  value: whole,
  asOf: orNull(text),
  sources: listOf(sourceShape),
})

type Ranking = Consolidation['ranking']
const rankingShape: Shape<Ranking> = object<Ranking>({
  fewest: whole,
  counties: listOf(
    object<Ranking['counties'][number]>({
      area: text,
      rank: orNull(whole),
      score: orNull(whole),
      counted: listOf(text),
      asZero: listOf(text),
    }),
  ),
  excluded: listOf(
    object<Ranking['excluded'][number]>({
      indicator: text,
      reason: oneOf('noProgress', 'noCountyTarget', 'nothingToReach', 'notAllReported'),
    }),
  ),
})

/** GET …/consolidation: the city's figures, and how they came about. */
export const consolidationShape: Shape<Consolidation> = object<Consolidation>({
  period: text,
  registerVersion: whole,
  asOfSeq: whole,
  era: text,
  judgedOn: text,
  before: orNull(text),
  indicators: listOf(indicatorShape),
  narratives: listOf(
    object<Narrative>({
      task: text,
      reporter: text,
      text,
      asOf: orNull(text),
      reported: oneOf(...REPORTED_KINDS),
      account: text,
      by: text,
      at: text,
      onBehalf: truth,
    }),
  ),
  otherTexts: listOf(object<Consolidation['otherTexts'][number]>({ task: text, reporter: text })),
  reporters: listOf(
    object<Reporter>({
      reporter: text,
      name: text,
      required: whole,
      reported: whole,
      missing: listOf(object<Gap>({ subject: text, area: text, reported: oneOf(...REPORTED_KINDS) })),
      lastAt: orNull(text),
      timeliness: oneOf('onTime', 'late', 'waiting', 'missing'),
      deadline: text,
      completeAt: orNull(text),
      returned: truth,
    }),
  ),
  completeness: object<Consolidation['completeness']>({
    due: whole,
    reported: whole,
    partial: whole,
    unreported: whole,
    onTime: whole,
    late: whole,
  }),
  ranking: rankingShape,
  disagreements: listOf(object<Disagreement>({ indicator: text, area: text, ofRecord: sideShape, other: sideShape, difference: whole })),
})

/** PUT …/light. */
export const lightAnswerShape: Shape<LightAnswer> = object<LightAnswer>({ indicator: text, override: orNull(overrideShape) })

/** The path at which a document is to be had once; a path of another form is not followed. */
export const documentLinkShape: Shape<DocumentLink> = object<DocumentLink>({
  path: matching(/^\/v1\/documents\/[A-Za-z0-9_-]{43}$/),
  expiresAt: text,
  asOfSeq: whole,
  remarks: listOf(text),
  letters: listOf(object<DocumentLetter>({ name: text, text })),
})

/** application/problem+json; a code that this version does not know is worded as the server's own failure. */
export const problemShape = object<{ status: number; code: string; requestId: string; findings: Finding[] | undefined }>({
  status: whole,
  code: text,
  requestId: text,
  findings: orAbsent(listOf(findingShape)),
})
