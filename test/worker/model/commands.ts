import fc from 'fast-check'
import type { SubmissionAct } from '../../../shared/wire/submissionActs.ts'
import { FIELDS, type Field } from './cityModel.ts'

export const KEYS = ['7.1.a|411202', '7.1.a|411203', '1|411200', '2.1|411200'] as const

export interface SyncPlan {
  readonly who: 'clerk' | 'second'
  readonly rows: readonly {
    readonly key: string
    /** How many versions behind the person is. */
    readonly behind: number
    readonly deleted: boolean
    readonly cumulative: number | null
    readonly problems: string | null
    readonly remark: string | null
  }[]
  readonly named: readonly Field[]
  readonly atomic: boolean
  readonly oldEpoch: boolean
  readonly note: boolean
}

export type Command =
  | { readonly do: 'sync'; readonly plan: SyncPlan; readonly dryFirst: boolean }
  | { readonly do: 'race'; readonly one: SyncPlan; readonly other: SyncPlan }
  | { readonly do: 'retry'; readonly times: number }
  | { readonly do: 'reuse' }
  | { readonly do: 'other'; readonly figure: number }
  | { readonly do: 'lock' | 'reopen' | 'returnRow' | 'dismiss' | 'readmit' }
  | { readonly do: 'act'; readonly act: SubmissionAct }
  | { readonly do: 'pull'; readonly limit: number }

const word = fc.constantFrom(null, 'a', 'b', '乙')
const plan: fc.Arbitrary<SyncPlan> = fc.record({
  who: fc.constantFrom('clerk' as const, 'second' as const),
  rows: fc.uniqueArray(
    fc.record({
      key: fc.constantFrom(...KEYS),
      behind: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: 1, max: 4 }) }),
      deleted: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      cumulative: fc.constantFrom(null, 10_000, 20_000, 30_000),
      problems: word,
      remark: word,
    }),
    { minLength: 1, maxLength: 4, selector: ({ key }) => key },
  ),
  named: fc.subarray([...FIELDS], { minLength: 1 }),
  atomic: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  oldEpoch: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  note: fc.boolean(),
})
const acts: readonly SubmissionAct[] = [
  'complete',
  'redraft',
  'review',
  'approve',
  'send-back',
  'receive',
  'return',
  'accept',
  'lock',
  'unlock',
]

/** What people do, any order, up to 30 acts. */
export const commands: fc.Arbitrary<Command[]> = fc.array(
  fc.oneof(
    { weight: 10, arbitrary: fc.record({ do: fc.constant('sync' as const), plan, dryFirst: fc.boolean() }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('race' as const), one: plan, other: plan }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('retry' as const), times: fc.integer({ min: 1, max: 3 }) }) },
    { weight: 1, arbitrary: fc.constant({ do: 'reuse' as const }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('other' as const), figure: fc.integer({ min: 1, max: 9 }) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constantFrom('lock' as const, 'reopen' as const, 'returnRow' as const, 'dismiss' as const, 'readmit' as const),
      }),
    },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('act' as const), act: fc.constantFrom(...acts) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('pull' as const), limit: fc.constantFrom(1, 2, 3, 1000) }) },
  ),
  { maxLength: 30, size: 'max' },
)
