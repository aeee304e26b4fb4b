import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { XmlDocument } from 'libxml2-wasm'
import manifestTools from 'office-addin-manifest'
import { MANIFEST_RULES } from './manifest/manifestRules.ts'

/** `npm run manifest [-- FILE]`: reads the manifest by Microsoft's own reader, then asks our rules. Ends with 1 where one is broken. */
const root = fileURLToPath(new URL('../../', import.meta.url))
const file = process.argv[2] ?? `${root}manifest.xml`
const info = await manifestTools.OfficeAddinManifest.readManifestFile(file)

using manifest = XmlDocument.fromString(readFileSync(file, 'utf8'))
const served = (path: string) => (existsSync(`${root}addin/assets${path}`) ? readFileSync(`${root}addin/assets${path}`) : undefined)
const problems = MANIFEST_RULES.flatMap((rule) => rule({ manifest, served }))

for (const problem of problems) console.error(`manifest: ${problem}`)
console.log(
  `manifest: ${info.displayName} ${info.version} for ${info.hosts?.join(', ')}: ${problems.length || 'no'} problem(s), ${MANIFEST_RULES.length} rules`,
)
process.exitCode = problems.length ? 1 : 0
