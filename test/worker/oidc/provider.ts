import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { CALLBACK, CLIENT } from './walkThrough.ts'

export const ID_TOKEN_SECONDS = 60

export interface RunningProvider {
  readonly issuer: string
  stop(): Promise<void>
}

/** A real OpenID provider on loopback; whoever signs in is whom the form names. */
export async function startProvider(): Promise<RunningProvider> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [CALLBACK], grant_types: ['authorization_code'] }],
    claims: { openid: ['sub', 'employee_no'] },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, employee_no: `no-${id}` }) }),
    pkce: { required: () => true },
    ttl: { IdToken: ID_TOKEN_SECONDS },
  })
  server.on('request', provider.callback())
  return {
    issuer,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped())
        server.closeAllConnections()
      }),
  }
}
