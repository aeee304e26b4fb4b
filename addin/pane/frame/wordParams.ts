import { isKeyOf } from '../../../shared/base/keysOf.ts'
import type { FindingParams } from '../../../shared/finding/finding.ts'
import type { Register } from '../../../shared/register/register.ts'
import { areaName } from '../../../shared/register/registerIndex.ts'
import type { Texts } from '../text/texts.ts'
import { subjectName } from './names.ts'

const SUBJECTS: ReadonlySet<string> = new Set(['indicator', 'indicators', 'subject', 'subjects', 'candidates', 'task'])
const STAGES: ReadonlySet<string> = new Set(['stage', 'counts'])
const COLUMNS: ReadonlySet<string> = new Set(['field', 'flag', 'others'])

/** Params as a person reads them: ids of the register as names, stages, columns and reasons as words; the rest as it is. */
export function wordParams(register: Register, texts: Texts, params: FindingParams): FindingParams {
  const word = (name: string, value: string): string => {
    if (SUBJECTS.has(name)) return subjectName(register, value)
    if (name === 'area') return areaName(register, value)
    if (name === 'period') return texts.app.period(value)
    if (STAGES.has(name)) return isKeyOf(texts.stages, value) ? texts.stages[value] : value
    if (COLUMNS.has(name)) return isKeyOf(texts.columnFields, value) ? texts.columnFields[value] : value
    if (name === 'reason') return texts.reading.notReadReasons[value] ?? ''
    return value
  }
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === 'string')
        return [name, commaSeparated(name) ? value.split(',').map((one) => word(name, one)) : word(name, value)]
      return [name, Array.isArray(value) ? value.map((one: string) => word(name, one)) : value]
    }),
  )
}

/** Reasons of the recogniser carry lists as one text. */
const commaSeparated = (name: string): boolean => name === 'subjects' || name === 'others' || name === 'candidates'
