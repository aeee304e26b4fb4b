import type { Database, Statement } from '../../worker/store/database.ts'

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

/** A database in which something else happens right before the first batch that writes. */
export function between(db: Database, happen: () => Promise<unknown>): Database {
  let batches = 0
  return wrap(db, async (call, isBatch) => {
    if (isBatch) batches += 1
    if (isBatch && batches === 2) await happen()
    return await call()
  })
}

function wrap(db: Database, run: <T>(call: () => Promise<T>, isBatch: boolean) => Promise<T>): Database {
  const real = new WeakMap<Statement, Statement>()
  const statement = (inner: Statement): Statement => {
    const outer: Statement = {
      bind: (...values) => statement(inner.bind(...values)),
      all: <Row>() => run(() => inner.all<Row>(), false),
      first: <Row>() => run(() => inner.first<Row>(), false),
    }
    real.set(outer, inner)
    return outer
  }
  return {
    prepare: (sql) => statement(db.prepare(sql)),
    batch: <Row>(statements: Statement[]) => run(() => db.batch<Row>(statements.map((each) => real.get(each) ?? each)), true),
  }
}
