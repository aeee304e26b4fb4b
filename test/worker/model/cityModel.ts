import { SUBMISSION_ACTS, type SubmissionAct } from '../../../shared/wire/submissionActs.ts'

/** The fields that the model plays with: a figure and two texts. */
export const FIELDS = ['cumulative', 'problems', 'remark'] as const
export type Field = (typeof FIELDS)[number]
export type Values = Readonly<Record<Field, number | string | null>>

export interface Version {
  readonly values: Values
  readonly deleted: boolean
}

/** A row as a person sends it; `base` is the version that the person had seen. */
export interface SentRow {
  readonly key: string
  readonly base: number
  readonly deleted: boolean
  readonly values: Partial<Values>
}

export interface Sent {
  readonly rows: readonly SentRow[]
  readonly named: readonly Field[]
  readonly atomic: boolean
  readonly epoch: number
  readonly note: boolean
}

export type Outcome = readonly [status: 'applied' | 'unchanged' | 'conflict' | 'held', version: number]

/** What the server ought to hold of one unit's period, in the plainest words; written from the design, not from the SQL. */
export class CityModel {
  readonly records = new Map<string, Version[]>()
  epoch = 1
  open = true
  said = 'draft'
  signOff = 'none'
  receipt = 'none'
  changes = 0

  clone(): CityModel {
    const copy = new CityModel()
    for (const [key, versions] of this.records) copy.records.set(key, [...versions])
    return Object.assign(copy, {
      epoch: this.epoch,
      open: this.open,
      said: this.said,
      signOff: this.signOff,
      receipt: this.receipt,
      changes: this.changes,
    })
  }

  /** The problem that a sync answers, or the outcome of each row; the rows that apply are stored. */
  sync(sent: Sent): string | readonly Outcome[] {
    if (!this.open || this.receipt === 'locked') return 'periodNotOpen'
    if (sent.epoch !== this.epoch) return 'epochStale'
    if (this.receipt === 'accepted' && !sent.note) return 'noteRequired'
    const judged = sent.rows.map((row) => this.judge(row, sent.named))
    const held = sent.atomic && judged.some(({ status }) => status === 'conflict')
    return judged.map(({ status, version, next }, index): Outcome => {
      if (status !== 'applied') return [status, version]
      if (held) return ['held', version]
      const key = sent.rows[index]?.key ?? ''
      this.records.set(key, [...(this.records.get(key) ?? []), next as Version])
      this.changes += 1
      return ['applied', version + 1]
    })
  }

  act(name: SubmissionAct): boolean {
    const rule: {
      from: { said?: readonly string[]; signOff?: readonly string[]; receipt?: readonly string[] }
      to: { said?: string; signOff?: string; receipt?: string }
    } = SUBMISSION_ACTS[name]
    const { from, to } = rule
    if (from.said && !from.said.includes(this.said)) return false
    if (from.signOff && !from.signOff.includes(this.signOff)) return false
    if (from.receipt && !from.receipt.includes(this.receipt)) return false
    if (name === 'complete' && !this.open) return false
    if (name === 'redraft' && !this.open) return false
    this.said = to.said ?? this.said
    this.signOff = to.signOff ?? this.signOff
    this.receipt = to.receipt ?? this.receipt
    if (to.signOff === 'reviewed' || to.signOff === 'approved') this.changes = 0
    return true
  }

  private judge(row: SentRow, named: readonly Field[]): { status: 'applied' | 'unchanged' | 'conflict'; version: number; next?: Version } {
    const versions = this.records.get(row.key) ?? []
    const version = versions.length
    const now = versions.at(-1)
    const sent = (field: Field) => row.values[field] ?? null
    if (!now) {
      if (row.deleted) return { status: 'unchanged', version }
      const values = Object.fromEntries(FIELDS.map((field) => [field, named.includes(field) ? sent(field) : null])) as Values
      return { status: 'applied', version, next: { values, deleted: false } }
    }
    if (row.deleted && now.deleted) return { status: 'unchanged', version }
    const seen = row.base === version ? now : versions[row.base - 1]
    const seenValue = (field: Field) => seen?.values[field] ?? null
    const theirs = FIELDS.filter((field) => now.values[field] !== seenValue(field))
    if (row.deleted) {
      if (!seen || theirs.length > 0) return { status: 'conflict', version }
      return { status: 'applied', version, next: { values: now.values, deleted: true } }
    }
    if (now.deleted && !seen?.deleted) return { status: 'conflict', version }
    const mine = named.filter((field) => sent(field) !== seenValue(field) && sent(field) !== now.values[field])
    if (mine.some((field) => theirs.includes(field))) return { status: 'conflict', version }
    if (mine.length === 0 && !now.deleted) return { status: 'unchanged', version }
    const values = { ...now.values, ...Object.fromEntries(mine.map((field) => [field, sent(field)])) }
    return { status: 'applied', version, next: { values, deleted: false } }
  }
}
