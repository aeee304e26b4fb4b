import type { Database, Statement } from '../../worker/store/database/database.ts'

/** A database whose call number `at` fails: before it took effect, after it did, or (from there on) every time. */
export function failing(db: Database, at: number, when: 'before' | 'after' | 'twice'): { db: Database; calls: () => number } {
  let calls = 0
  const run = async <T>(call: () => Promise<T>): Promise<T> => {
    const mine = calls
    calls += 1
    const hit = mine === at || (when === 'twice' && mine > at && at >= 0)
    if (hit && when !== 'after') throw new Error('D1_ERROR: injected: Network connection lost.')
    const answer = await call()
    if (hit) throw new Error('D1_ERROR: injected: Network connection lost.')
    return answer
  }
  return { db: wrap(db, run), calls: () => calls }
}

/** A database in which something else happens right before the first batch that writes behind its conditions. */
export function between(db: Database, happen: () => Promise<unknown>): Database {
  let happened = false
  return wrap(db, async (call, sql) => {
    if (!happened && sql.some((text) => text.includes('INTO guards'))) {
      happened = true
      await happen()
    }
    return await call()
  })
}

function wrap(db: Database, run: <T>(call: () => Promise<T>, sql: readonly string[]) => Promise<T>): Database {
  const real = new WeakMap<Statement, { inner: Statement; sql: string }>()
  const statement = (inner: Statement, sql: string): Statement => {
    const outer: Statement = {
      bind: (...values) => statement(inner.bind(...values), sql),
      all: <Row>() => run(() => inner.all<Row>(), [sql]),
      first: <Row>() => run(() => inner.first<Row>(), [sql]),
    }
    real.set(outer, { inner, sql })
    return outer
  }
  return {
    prepare: (sql) => statement(db.prepare(sql), sql),
    batch: <Row>(statements: Statement[]) =>
      run(
        () => db.batch<Row>(statements.map((each) => real.get(each)?.inner ?? each)),
        statements.map((each) => real.get(each)?.sql ?? ''),
      ),
  }
}
