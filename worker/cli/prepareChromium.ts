import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { runCommand } from './commandLine.ts'
import { findChromium } from './findChromium.ts'

const USAGE = `npm run pretest

Sees that there is a Chromium for the tests of test/scenario; npm test runs it first. On Debian, as root, one is installed;
elsewhere a sentence says what is missing, and the tests run without those.`

const APT = [
  ['update', '-qq'],
  ['install', '-qq', '-y', '--no-install-recommends', 'chromium', 'fonts-wqy-microhei'],
]

await runCommand({ usage: USAGE }, async () => {
  if (await findChromium()) return 0
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('There is no Chromium here: installing it with apt (chromium, fonts-wqy-microhei).')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (const args of APT) spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  }
  if (!(await findChromium()))
    console.log('No Chromium, Chrome or Edge was found: the tests in test/scenario will be skipped. Install one, or name it in CHROMIUM.')
  return 0
})
