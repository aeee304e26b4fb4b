import { readFileSync } from 'node:fs'
import { createServer } from 'vite'
import type { Certificate } from './localCertificate.ts'
import { root } from './projectRoot.ts'

export interface Pages {
  readonly origin: string
  stop(): Promise<void>
}

export interface PagesOptions {
  readonly port: number
  readonly certificate: Certificate
  /** Where the API, the sample workbooks and the demo's session are served: "https://localhost:3001". */
  readonly behind: string
}

/** What is not the pages' own: the API, and what the start wrote for the preview. */
const BEHIND = ['/v1', '/healthz', '/readyz', '/preview/samples', '/preview/session.json', '/register.json']

/**
 * Pane and preview from their sources, module by module with source maps; a page reloads when one of its modules changes.
 * Everything else is asked of the server behind. Over https on the loopback, as Excel's client library wants its pages.
 */
export async function servePages({ port, certificate, behind }: PagesOptions): Promise<Pages> {
  const server = await createServer({
    configFile: `${root}addin/vite.config.ts`,
    mode: 'trial',
    logLevel: 'info',
    clearScreen: false,
    server: {
      host: '127.0.0.1',
      port,
      strictPort: true,
      https: { key: readFileSync(certificate.keyPath), cert: readFileSync(certificate.certPath) },
      fs: { allow: [root] },
      // The certificate behind was made on this machine by this program: nobody vouches for it but us.
      proxy: Object.fromEntries(BEHIND.map((path) => [path, { target: behind, secure: false, changeOrigin: true }])),
    },
  })
  await server.listen()
  return { origin: `https://localhost:${port}`, stop: () => server.close() }
}
