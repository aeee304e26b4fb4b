// Sums vitest's JSON report: passed and failed tests, files that could not even be loaded, and failures counted before.
import { readFileSync } from 'node:fs'

const [file, before] = process.argv.slice(2)
const { numPassedTests, numFailedTests, numPendingTests, testResults, success } = JSON.parse(readFileSync(file, 'utf8'))
const unloaded = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
)
for (const { name, message } of unloaded) console.log(`not loaded: ${name}: ${message}`)
const failed = numFailedTests + unloaded.length + Number(before)
if (numPendingTests > 0) console.log(`${numPendingTests} skipped`)
const total = success || failed > 0 ? failed : 1
console.log(`${numPassedTests} passed, ${total} failed`)
process.exitCode = total > 0 || numPassedTests === 0 ? 1 : 0
