import { existsSync, readFileSync } from 'node:fs'
import { XmlDocument } from 'libxml2-wasm'
import manifestTools from 'office-addin-manifest'
import { runCommand } from './commandLine.ts'
import { MANIFEST_RULES } from './manifest/manifestRules.ts'
import { root } from './site/projectRoot.ts'

const USAGE = `npm run manifest [-- FILE]

Reads a manifest (manifest.xml) by Microsoft's own reader, then asks our rules. Exit 0: sound; 1: a rule is broken.`

const assets = `${root}addin/assets`
const served = (path: string) => (existsSync(`${assets}${path}`) ? readFileSync(`${assets}${path}`) : undefined)

await runCommand({ usage: USAGE, takesWords: true }, async ({ words: [file = `${root}manifest.xml`] }) => {
  const info = await manifestTools.OfficeAddinManifest.readManifestFile(file)
  using manifest = XmlDocument.fromString(readFileSync(file, 'utf8'))
  const problems = MANIFEST_RULES.flatMap((rule) => rule({ manifest, served }))
  for (const problem of problems) console.error(`manifest: ${problem}`)
  const found = `${problems.length || 'no'} problem(s), ${MANIFEST_RULES.length} rules`
  console.log(`manifest: ${info.displayName} ${info.version} for ${info.hosts?.join(', ')}: ${found}`)
  return problems.length ? 1 : 0
})
