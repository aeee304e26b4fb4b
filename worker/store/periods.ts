import type { Register } from '../../shared/register/register.ts'
import type { PeriodInfo } from '../../shared/wire/period.ts'
import { type Database, firstRow, rowOf } from './database/database.ts'

/** A row of `periods`. */
export interface PeriodRow {
  id: string
  register_id: string
  register_version: number
  epoch: number
  state: 'open' | 'locked'
  soft_deadline: string
  hard_deadline: string
}
/** What `PeriodRow` is read from. */
export const PERIOD_COLUMNS = 'id, register_id, register_version, epoch, state, soft_deadline, hard_deadline'
/** A period as the wire has it. */
export const periodOf = (row: PeriodRow): PeriodInfo => ({
  id: row.id,
  registerId: row.register_id,
  registerVersion: row.register_version,
  epoch: row.epoch,
  state: row.state,
  softDeadline: row.soft_deadline,
  hardDeadline: row.hard_deadline,
})

/** All periods, newest first. */
export async function listPeriods(db: Database): Promise<PeriodInfo[]> {
  const { results } = await db.prepare(`SELECT ${PERIOD_COLUMNS} FROM periods ORDER BY id DESC`).all<PeriodRow>()
  return results.map(periodOf)
}

/** Undefined where there is no such period. */
export async function findPeriod(db: Database, id: string): Promise<PeriodInfo | undefined> {
  const row = await db.prepare(`SELECT ${PERIOD_COLUMNS} FROM periods WHERE id = ?`).bind(id).first<PeriodRow>()
  return row ? periodOf(row) : undefined
}

const MAX_REMEMBERED = 8
const registers = new Map<string, Register>()

/**
 * A register version; undefined where there is none. Remembered in this isolate under the era: a version never changes
 * within one, and parsing its JSON takes longer than judging a small sync by it.
 */
export async function findRegister(db: Database, era: string, id: string, version: number): Promise<Register | undefined> {
  const key = `${era}|${id}|${version}`
  const known = registers.get(key)
  if (known) return known
  const row = await db.prepare('SELECT body FROM registers WHERE id = ? AND version = ?').bind(id, version).first<{ body: string }>()
  if (!row) return undefined
  const register: Register = JSON.parse(row.body)
  if (registers.size >= MAX_REMEMBERED) registers.clear()
  registers.set(key, register)
  return register
}

/** The city's era and its position. */
export async function readCity(db: Database): Promise<{ era: string; seq: number }> {
  const row = await db.prepare('SELECT era, seq FROM city').first<{ era: string; seq: number }>()
  if (!row) throw new Error('the city has no row')
  return row
}

/** What a request about a period needs first, in one round trip. */
export async function readPeriodAndEra(db: Database, id: string): Promise<{ era: string; seq: number; period: PeriodInfo | undefined }> {
  const [city, period] = await db.batch<Record<string, unknown>>([
    db.prepare('SELECT era, seq FROM city'),
    db.prepare(`SELECT ${PERIOD_COLUMNS} FROM periods WHERE id = ?`).bind(id),
  ])
  const row = rowOf<PeriodRow>(period)
  const { era, seq } = firstRow<{ era: string; seq: number }>(city)
  return { era, seq, period: row && periodOf(row) }
}
