import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium } from './findChromium.ts'

/** Before the tests: sees that there is a Chromium. On Debian, as root, it is installed; elsewhere one sentence says what is missing. */
const found = await findChromium()
if (found) {
  process.exit(0)
}
if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
  console.log('There is no Chromium here: installing it with apt (chromium, fonts-wqy-microhei).')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-qq'],
    ['install', '-qq', '-y', '--no-install-recommends', 'chromium', 'fonts-wqy-microhei'],
  ]) {
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  }
}
if (!(await findChromium())) {
  console.log('No Chromium, Chrome or Edge was found: the tests in test/scenario will be skipped. Install one, or name it in CHROMIUM.')
}
