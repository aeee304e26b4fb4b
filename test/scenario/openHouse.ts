import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findChromium } from '../../worker/cli/findChromium.ts'
import { freePort } from '../../worker/cli/site/freePort.ts'
import { localCertificate } from '../../worker/cli/site/localCertificate.ts'
import { openSite } from '../../worker/cli/site/openSite.ts'
import type { InvitedAccount } from '../../worker/cli/site/seedCity.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The browser, or undefined where there is none: the scenarios are skipped then. */
    chromium: string | undefined
    origin: string
    accounts: readonly InvitedAccount[]
    /** Who vouches for the site's certificate: a file. */
    caPath: string
    /** The folder of the site's pages. */
    pages: string
  }
}

/** Opens the house once for all scenarios: the real site on the loopback, with an empty database of its own. */
export default async function openHouse(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const chromium = await findChromium()
  project.provide('chromium', chromium)
  if (!chromium) {
    console.warn('No Chromium was found (set CHROMIUM): the scenarios are skipped.')
    project.provide('origin', '')
    project.provide('accounts', [])
    project.provide('caPath', '')
    project.provide('pages', '')
    return undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'house-'))
  const certificate = await localCertificate(`${folder}/certificate`, new Date())
  const { site, accounts } = await openSite({
    // two runs at once look in different places: between looking and taking somebody else may take it
    port: await freePort(3700 + (process.pid % 100)),
    certificate,
    state: `${folder}/state`,
    assets: `${folder}/site`,
    now: new Date(),
  })
  project.provide('origin', site.origin)
  project.provide('accounts', accounts)
  project.provide('caPath', certificate.caPath)
  project.provide('pages', `${folder}/site`)
  return async () => {
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
