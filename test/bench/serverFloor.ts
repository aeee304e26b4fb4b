import syncFloor from './floorWorker.ts'

interface Bindings {
  readonly DB: D1Database
}

/** Beside the product's worker and the floor of its syncs: the floors of reading, in the same workerd on the same database. */
export default {
  async fetch(request: Request, env: Bindings, context: ExecutionContext): Promise<Response> {
    const { pathname } = new URL(request.url)
    const [, , floor, period = ''] = pathname.split('/')
    switch (floor) {
      case 'floor-pull': {
        const { results } = await env.DB.prepare('SELECT * FROM records WHERE period = ? AND reporter = ? ORDER BY seq')
          .bind(period, 'jiaotong')
          .all()
        return Response.json({ records: results })
      }
      case 'floor-aggregate': {
        const { results } = await env.DB.prepare(AGGREGATE).bind(period).all()
        return Response.json({ figures: results })
      }
      case 'floor-forget':
        await env.DB.batch([env.DB.prepare('DELETE FROM consolidations'), env.DB.prepare('DELETE FROM period_figures')])
        return Response.json({})
      default:
        return syncFloor.fetch(request, env, context)
    }
  },
}

const AGGREGATE = `SELECT subject, area, sum(cumulative) AS cumulative, sum(target) AS target, max(as_of) AS as_of, count(*) AS n
  FROM records WHERE period = ? AND deleted = 0 GROUP BY subject, area`
