import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startHost } from '../node/startHost.ts'
import { publicOrigin } from '../oidc/settings.ts'
import { root } from './site/wrangler.ts'

const USAGE = `npm run host -- [--database ${'.local/host/city.sqlite'}] [--assets dist/addin] [--address 127.0.0.1] [--port 8443]
              (--certificate FILE --key FILE | --behind-proxy)

Serves API and pane from this machine, with the database in a file of SQLite; the migrations run at the start.
--certificate, --key  PEM files: HTTPS. They are read anew on SIGHUP.
--behind-proxy        HTTP on a loopback address, for a reverse proxy that speaks HTTPS and sets Host,
                      X-Forwarded-For and X-Forwarded-Proto.
Neither               HTTP on a loopback address, to try it.
From the environment: PUBLIC_ORIGIN, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_CLAIM.
SIGTERM ends it: what is under way is answered first.`

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

/** The product on a machine of the city's own. Exit 0: stopped; 1: could not start; 2: asked wrongly. */
async function main(): Promise<number> {
  const began = Date.now()
  const wish = readWish()
  if (typeof wish === 'string') {
    console.error(`${wish}\n\n${USAGE}`)
    return 2
  }
  process.umask(0o077)
  const log = (line: Readonly<Record<string, string | number | null>>) =>
    console.log(JSON.stringify({ at: new Date().toISOString(), ...line }))
  const { certificate, ...rest } = wish
  const host = await startHost({ ...rest, log, ...(certificate ? { certificate: () => readPair(certificate) } : {}) })
  const origin = `${certificate ? 'https' : 'http'}://${rest.address.includes(':') ? `[${rest.address}]` : rest.address}:${host.port}`
  log({ event: 'listening', origin, migrated: host.migrated.join(' ') || null, ms: Date.now() - began })

  process.on('SIGHUP', () => {
    try {
      host.renewCertificate()
      log({ event: 'certificateRenewed' })
    } catch (error) {
      log({ event: 'certificateRefused', error: String(error).slice(0, 300) })
    }
  })
  const signal = await new Promise<string>((asked) => {
    for (const each of ['SIGTERM', 'SIGINT'] as const) process.once(each, () => asked(each))
  })
  log({ event: 'stopping', signal })
  await host.stop()
  log({ event: 'stopped' })
  return 0
}

interface CertificateFiles {
  readonly cert: string
  readonly key: string
}
const readPair = ({ cert, key }: CertificateFiles) => ({ cert: readFileSync(cert), key: readFileSync(key) })

/** What the command line and the environment ask for; a sentence where that cannot be. */
function readWish() {
  const { values } = parseArgs({
    options: {
      database: { type: 'string', default: `${root}.local/host/city.sqlite` },
      assets: { type: 'string', default: `${root}dist/addin` },
      address: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '8443' },
      certificate: { type: 'string' },
      key: { type: 'string' },
      'behind-proxy': { type: 'boolean', default: false },
    },
  })
  const { database, assets, address, certificate: cert, key, 'behind-proxy': behindProxy } = values
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return `--port ${values.port} is no port.`
  if ((cert === undefined) !== (key === undefined)) return '--certificate and --key go together.'
  if (behindProxy && cert !== undefined) return '--behind-proxy speaks HTTP: the proxy has the certificate.'
  if (cert === undefined && !LOOPBACK.includes(address))
    return `Without a certificate the host stays on a loopback address, not ${address}.`
  if (!existsSync(`${assets}/taskpane.html`)) return `${assets} holds no pane: npm run release -- https://HOST builds it.`
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_CLAIM, PUBLIC_ORIGIN } = process.env
  try {
    publicOrigin(PUBLIC_ORIGIN)
  } catch (error) {
    return (error as Error).message
  }
  const named = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_CLAIM, PUBLIC_ORIGIN }
  const settings = Object.fromEntries(Object.entries(named).filter(([, value]) => value)) as Record<keyof typeof named, string>
  const certificate: CertificateFiles | undefined = cert !== undefined && key !== undefined ? { cert, key } : undefined
  return { database, assets, address, port, behindProxy, settings, certificate }
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
