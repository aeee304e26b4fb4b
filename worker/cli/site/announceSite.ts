import { FIRST_UNIT } from './demoAccounts.ts'
import type { OpenSite } from './openSite.ts'
import { DEMO_DAY } from './seedCity.ts'

/** What is printed once a site is open, a line each: its two doors, why the port is another than `wanted`, codes to sign in with. */
export function announceSite(
  { site, accounts, samples, figures }: OpenSite,
  { wanted, seconds }: { readonly wanted: number; readonly seconds: number },
): readonly string[] {
  const sent = figures.reporters ? `${figures.applied} rows of ${figures.reporters} reporters sent` : 'there already'
  const moved = site.origin.endsWith(`:${wanted}`)
    ? []
    : [`Port ${wanted} is taken by another program: ${site.origin} is used instead.`, '']
  return [
    '',
    `Ready in ${seconds.toFixed(1)} s. Two doors (the certificate was made on this machine: accept it once):`,
    '',
    '  The add-in beside a workbook, signed in:',
    `  ${site.origin}/preview/index.html?workbook=${samples[0]?.id}&as=${FIRST_UNIT}`,
    '',
    '  The page for files, for desks without Excel (sign in with a code below, or check without; a file to open is beside it):',
    `  ${site.origin}/files.html`,
    `  ${site.origin}/preview/samples/${samples[0]?.file}`,
    '',
    ...moved,
    `Demo figures of 2021-05: ${sent}${figures.rejected.length ? `, ${figures.rejected.length} refused` : ''}.`,
    `The demo's clock is at ${DEMO_DAY}, two days before its deadline.`,
    'One-time codes of this start:',
    ...accounts.map(({ code, role, name }) => `  ${code}  ${role.padEnd(13)}  ${name}`),
    '',
    'Ctrl+C stops it.',
  ]
}
