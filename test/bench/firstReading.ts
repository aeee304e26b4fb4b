import { writeSync } from 'node:fs'
import { readSheet } from '../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import { ledger } from './ledger.ts'

/** A process that reads one sheet of a clerk's size and ends; its findings and records are what it answers. */
const reading = readSheet(ledger(60), register2021, { reporter: 'ducha', period: '2021-05', year: 2021 })
writeSync(1, reading.ok ? `${reading.value.records.length}\n` : '0\n')
