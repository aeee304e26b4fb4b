import { readFileSync } from 'node:fs'
import { request } from 'node:https'

/** An answer of the local API: its status, and its body as JSON. */
export interface ApiAnswer {
  readonly status: number
  readonly body: unknown
}

export interface ApiCall {
  readonly path: string
  readonly token?: string
  /** Sent as JSON by POST; without it the call is a GET. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A caller of the local API at `origin` that trusts this machine's own certificate and nobody's else. */
export function callApi(origin: string, caPath: string): (call: ApiCall) => Promise<ApiAnswer> {
  const ca = readFileSync(caPath)
  const { port } = new URL(origin)
  return ({ path, token, body, headers }) =>
    new Promise((resolve, reject) => {
      const sent = body === undefined ? undefined : Buffer.from(JSON.stringify(body))
      const call = request(
        {
          host: '127.0.0.1',
          servername: 'localhost',
          port,
          path,
          ca,
          method: sent ? 'POST' : 'GET',
          headers: {
            host: `localhost:${port}`,
            ...(sent ? { 'content-type': 'application/json', 'content-length': sent.length } : {}),
            ...(token ? { authorization: `Bearer ${token}` } : {}),
            ...headers,
          },
        },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8')
            const status = answer.statusCode ?? 0
            try {
              resolve({ status, body: text === '' ? null : JSON.parse(text) })
            } catch {
              // What is in front of the app says why it did not come to it, and not in JSON.
              reject(new Error(`${path}: ${status} ${text.slice(0, 300)}`))
            }
          })
        },
      )
      call.on('error', reject)
      call.end(sent)
    })
}
