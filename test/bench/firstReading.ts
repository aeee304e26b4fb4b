import { readSheet } from '../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import { ledger } from './ledger.ts'

/** A process that reads one sheet of a clerk's size and ends; its exit code says whether the sheet was read. */
const reading = readSheet(ledger(60), register2021, { reporter: 'ducha', period: '2021-05', year: 2021 })
process.exitCode = reading.ok && reading.value.records.length > 0 ? 0 : 1
