import { bareDocx, reportOf, writeReport } from './reportDocuments.ts'

/**
 * In workerd: `/v1/report/N` writes the demo's report N times, `/v1/bare/N` its floor. A clock does not move inside a
 * request there, so the caller measures many less none.
 */
export default {
  async fetch(request: Request): Promise<Response> {
    const [, , kind, times] = new URL(request.url).pathname.split('/')
    const input = reportOf(1)
    let bytes = 0
    for (let n = 0; n < Number(times); n++) bytes += (await (kind === 'report' ? writeReport : bareDocx)(input)).length
    return Response.json({ bytes })
  },
}
