import { existsSync, watch } from 'node:fs'
import { runCommand } from './commandLine.ts'
import { freePort } from './site/freePort.ts'
import { localCertificate } from './site/localCertificate.ts'
import { root } from './site/projectRoot.ts'
import { stopOnSignals } from './site/stopOnSignals.ts'
import { migrate } from './site/wrangler.ts'

const USAGE = `npm run dev

What npm start does, at the same address, from the sources as they are being changed: a change in addin/ or shared/ reloads
the page, one in worker/ or shared/ restarts the server, a new file in worker/store/migrations is applied to the database.
Nothing is built; the browser shows the sources themselves. Types are not checked: npm run types (-- --watch) does that.
From the environment: PORT (3000; the next free one where it is taken). Ctrl+C stops it.`

/** An editor announces a file several times while it writes it, in milliseconds. */
const AT_REST = 500

/** Applies migrations as they come, and says so, or why one cannot be. Stopped, it waits for the one under way. */
function watchMigrations(state: string): { stop(): Promise<void> } {
  const folder = `${root}worker/store/migrations`
  let waiting: NodeJS.Timeout | undefined
  let applied = Promise.resolve()
  const apply = () => {
    applied = applied
      .then(() => migrate(state))
      .then(
        () => console.log('The migrations are applied.'),
        (error: Error) => console.error(error.message),
      )
  }
  const watcher = watch(folder, (_, name) => {
    if (name === null || !existsSync(`${folder}/${name}`)) return
    clearTimeout(waiting)
    waiting = setTimeout(apply, AT_REST)
  })
  return {
    stop: () => {
      watcher.close()
      clearTimeout(waiting)
      return applied
    },
  }
}

await runCommand({ usage: USAGE }, async () => {
  const began = Date.now()
  const now = new Date()
  const wanted = Number(process.env.PORT ?? 3000)
  const state = `${root}.local/state`
  const [{ openSite }, { servePages }, { announceSite }] = await Promise.all([
    import('./site/openSite.ts'),
    import('./site/servePages.ts'),
    import('./site/announceSite.ts'),
  ])
  const port = await freePort(wanted)
  const certificate = await localCertificate(`${root}.local/certificate`, now)
  const opened = await openSite({
    port: await freePort(port + 1),
    certificate,
    assets: `${root}.local/dev`,
    state,
    onLine: (line) => console.error(line),
    now,
    onServing: stopOnSignals,
    writePages: async () => undefined,
  })
  const pages = await servePages({ port, certificate, behind: opened.site.origin })
  const migrations = watchMigrations(state)
  const shown = { ...opened, site: { ...opened.site, origin: pages.origin } }
  for (const line of announceSite(shown, { wanted, seconds: (Date.now() - began) / 1000 })) console.log(line)
  const code = await opened.site.ended
  await Promise.all([pages.stop(), migrations.stop()])
  process.exit(code)
})
