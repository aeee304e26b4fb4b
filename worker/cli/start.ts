import { runCommand } from './commandLine.ts'
import { freePort } from './site/freePort.ts'
import { localCertificate } from './site/localCertificate.ts'
import { root } from './site/projectRoot.ts'
import { stopOnSignals } from './site/stopOnSignals.ts'

const USAGE = `npm start

Builds the add-in, fills a local database with the demo city, serves both over https on this machine alone, and prints
the two addresses to open: the add-in beside a workbook, and the page for files. From the environment: PORT (3000; the next free one where it is taken). Ctrl+C stops it.
The database and the certificate are in .local/, which can be deleted at any time.`

await runCommand({ usage: USAGE }, async () => {
  const began = Date.now()
  // Loaded when it is wanted: building and serving bring half of node_modules with them, which --help does without.
  const [{ openSite }, { announceSite }] = await Promise.all([import('./site/openSite.ts'), import('./site/announceSite.ts')])
  const now = new Date()
  const wanted = Number(process.env.PORT ?? 3000)
  const opened = await openSite({
    port: await freePort(wanted),
    certificate: await localCertificate(`${root}.local/certificate`, now),
    assets: `${root}dist/local`,
    state: `${root}.local/state`,
    onLine: (line) => console.error(line),
    now,
    onServing: stopOnSignals,
  })
  for (const line of announceSite(opened, { wanted, seconds: (Date.now() - began) / 1000 })) console.log(line)
  // The stopping server leaves timers and sockets behind, which would keep the process alive.
  process.exit(await opened.site.ended)
})
