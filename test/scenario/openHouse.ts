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
    return undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'house-'))
  const { site, accounts } = await openSite({
    port: await freePort(3700),
    certificate: await localCertificate(`${folder}/certificate`, new Date()),
    state: `${folder}/state`,
    assets: `${folder}/site`,
    log: 'pipe',
    now: new Date(),
  })
  project.provide('origin', site.origin)
  project.provide('accounts', accounts)
  return async () => {
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
