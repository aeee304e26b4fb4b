import { SUBMISSION_ACTS, type SubmissionAct } from '../../../shared/wire/submissionActs.ts'

/** The fields that the model plays with: a figure and three texts. */
export const FIELDS = ['cumulative', 'problems', 'nextSteps', 'remark'] as const
export type Field = (typeof FIELDS)[number]
export type Values = Readonly<Record<Field, number | string | null>>

export interface Version {
  readonly values: Values
  readonly deleted: boolean
  /** The account that wrote it. */
  readonly by: string
}

/** A row as a person sends it; `base` is the version that the person had seen. */
export interface SentRow {
  readonly key: string
  readonly base: number
  readonly deleted: boolean
  readonly values: Partial<Values>
}

export interface Sent {
  readonly who: string
  readonly rows: readonly SentRow[]
  readonly named: readonly Field[]
  readonly atomic: boolean
  readonly epoch: number
  readonly note: boolean
}

/** All that an answer says of a row; a conflict with the fields at odds and the whole other side. */
export type Outcome =
  | { readonly status: 'applied' | 'unchanged' | 'held'; readonly version: number }
  | { readonly status: 'rejected' }
  | { readonly status: 'conflict'; readonly version: number; readonly fields: readonly Field[]; readonly server: Version }

/** The subject that no register has: its rows are refused, whatever else they say. */
export const UNKNOWN_SUBJECT = '9.9.z'

/** Who a person is at the moment; without a unit, of none. */
export interface Person {
  readonly role: string
  readonly reporter: string | null
  readonly active: boolean
}

/** What the server ought to hold of one unit's period, in the plainest words; written from the design, not from the SQL. */
export class CityModel {
  readonly records = new Map<string, Version[]>()
  readonly people = new Map<string, Person>()
  readonly unit: string
  epoch = 1
  open = true
  said = 'draft'
  signOff = 'none'
  receipt = 'none'
  /** Each row's last version at the last signature. */
  signed: ReadonlyMap<string, Version> | undefined

  constructor(unit: string) {
    this.unit = unit
  }

  clone(): CityModel {
    const copy = new CityModel(this.unit)
    for (const [key, versions] of this.records) copy.records.set(key, [...versions])
    for (const [who, person] of this.people) copy.people.set(who, person)
    const { epoch, open, said, signOff, receipt, signed } = this
    return Object.assign(copy, { epoch, open, said, signOff, receipt, signed })
  }

  /** The problem that a sync answers, or the outcome of each row; the rows that apply are stored. */
  sync(sent: Sent): string | readonly Outcome[] {
    const refused = this.refusal(sent)
    if (refused !== undefined) return refused
    const judged = sent.rows.map((row) => this.judge(row, sent))
    const held = sent.atomic && judged.some(({ outcome }) => outcome.status === 'conflict' || outcome.status === 'rejected')
    return judged.map(({ outcome, next }, index): Outcome => {
      if (outcome.status !== 'applied' || next === undefined) return outcome
      if (held) return { status: 'held', version: outcome.version - 1 }
      const key = sent.rows[index]?.key ?? ''
      this.records.set(key, [...(this.records.get(key) ?? []), next])
      return outcome
    })
  }

  /** What an act on the unit's period is answered; `unread` where rows were written after what the person has read. */
  act(name: SubmissionAct, unread: boolean): number {
    const rule: {
      from: { said?: readonly string[]; signOff?: readonly string[]; receipt?: readonly string[] }
      to: { said?: string; signOff?: string; receipt?: string }
    } = SUBMISSION_ACTS[name]
    const { from, to } = rule
    if ((name === 'complete' || name === 'redraft') && !this.open) return 409
    if (unread) return 412
    if (from.said && !from.said.includes(this.said)) return 409
    if (from.signOff && !from.signOff.includes(this.signOff)) return 409
    if (from.receipt && !from.receipt.includes(this.receipt)) return 409
    this.said = to.said ?? this.said
    this.signOff = to.signOff ?? this.signOff
    this.receipt = to.receipt ?? this.receipt
    if (to.signOff === 'reviewed' || to.signOff === 'approved') this.signed = this.current()
    return 200
  }

  /** How many rows are not as they were signed. */
  changes(): number {
    const { signed } = this
    if (signed === undefined) return 0
    return [...this.current()].filter(([key, now]) => {
      const then = signed.get(key)
      if (then === undefined) return !now.deleted
      return now.deleted !== then.deleted || (!now.deleted && FIELDS.some((field) => now.values[field] !== then.values[field]))
    }).length
  }

  private current(): ReadonlyMap<string, Version> {
    return new Map([...this.records].flatMap(([key, versions]) => versions.slice(-1).map((version) => [key, version] as const)))
  }

  private refusal(sent: Sent): string | undefined {
    const person = this.people.get(sent.who)
    if (!person?.active) return 'notSignedIn'
    if (person.role !== 'clerk') return 'forbidden'
    if (person.reporter !== this.unit) return 'notFound'
    if (!this.open || this.receipt === 'locked') return 'periodNotOpen'
    if (sent.epoch !== this.epoch) return 'epochStale'
    if (this.receipt === 'accepted' && !sent.note) return 'noteRequired'
    const unknown = sent.rows.some((row) => !isRejected(row) && row.base > (this.records.get(row.key)?.length ?? 0))
    return unknown ? 'eraChanged' : undefined
  }

  private judge(row: SentRow, { named, who }: Sent): { outcome: Outcome; next?: Version } {
    if (isRejected(row)) return { outcome: { status: 'rejected' } }
    const versions = this.records.get(row.key) ?? []
    const version = versions.length
    const now = versions.at(-1)
    const sent = (field: Field) => row.values[field] ?? null
    const unchanged = { outcome: { status: 'unchanged', version } } as const
    const applied = (values: Values, deleted: boolean) =>
      ({ outcome: { status: 'applied', version: version + 1 }, next: { values, deleted, by: who } }) as const
    if (!now) {
      if (row.deleted) return unchanged
      return applied(Object.fromEntries(FIELDS.map((field) => [field, named.includes(field) ? sent(field) : null])) as Values, false)
    }
    if (row.deleted && now.deleted) return unchanged
    const seen = row.base === version ? now : versions[row.base - 1]
    const seenValue = (field: Field) => seen?.values[field] ?? null
    const theirs = FIELDS.filter((field) => now.values[field] !== seenValue(field))
    const conflict = (fields: readonly Field[]) => ({ outcome: { status: 'conflict', version, fields, server: now } }) as const
    if (row.deleted) return !seen || theirs.length > 0 ? conflict(theirs) : applied(now.values, true)
    const mine = FIELDS.filter((field) => named.includes(field) && sent(field) !== seenValue(field) && sent(field) !== now.values[field])
    const both = mine.filter((field) => theirs.includes(field))
    if ((now.deleted && !seen?.deleted) || both.length > 0) return conflict(both)
    if (mine.length === 0 && !now.deleted) return unchanged
    return applied({ ...now.values, ...Object.fromEntries(mine.map((field) => [field, sent(field)])) }, false)
  }
}

/** Rows that are withdrawn are not looked at. */
const isRejected = (row: SentRow): boolean => !row.deleted && row.key.startsWith(UNKNOWN_SUBJECT)
