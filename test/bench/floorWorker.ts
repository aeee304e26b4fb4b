import app from '../../worker/index.ts'

interface Bindings {
  readonly DB: D1Database
}

/**
 * The product's worker, and beside it, in the same workerd on the same database, the floor of its syncs: the same
 * request, its rows upserted as they come by one json_each, without sign-in, checks, versions or history.
 */
export default {
  async fetch(request: Request, env: Bindings, context: ExecutionContext): Promise<Response> {
    const { pathname } = new URL(request.url)
    if (!pathname.startsWith('/v1/floor/')) return app.fetch(request as Parameters<typeof app.fetch>[0], env, context)
    if (pathname === '/v1/floor/table') {
      await env.DB.exec(TABLE)
      return Response.json({})
    }
    const period = pathname.split('/').at(-1) ?? ''
    const { meta } = await env.DB.prepare(UPSERT)
      .bind(period, 'jiaotong', new Date().toISOString(), await request.text())
      .run()
    return Response.json({ changes: meta.changes })
  },
}

const COLUMNS =
  'target cumulative period_value previous carry_over stated_percent denominator invest_plan invest_done as_of planned actual stage done progress_text problems next_steps remark written origin reasons'.split(
    ' ',
  )
const TABLE = `CREATE TABLE IF NOT EXISTS floor (period TEXT, reporter TEXT, subject TEXT, area TEXT, part TEXT, at TEXT, ${COLUMNS.join(' ANY, ')} ANY, PRIMARY KEY (period, reporter, subject, area, part)) STRICT, WITHOUT ROWID`
const UPSERT = `INSERT INTO floor (period, reporter, subject, area, part, at, ${COLUMNS.join(', ')})
  SELECT ?1, ?2, value ->> 0, value ->> 1, value ->> 2, ?3, ${COLUMNS.map((_, at) => `value ->> ${at + 4}`).join(', ')} FROM json_each(?4, '$.rows') WHERE true
  ON CONFLICT DO UPDATE SET at = excluded.at, ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}`
