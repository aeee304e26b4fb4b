import fc from 'fast-check'
import type { SubmissionAct } from '../../../shared/wire/submissionActs.ts'
import { FIELDS, type Field, UNKNOWN_SUBJECT } from './cityModel.ts'

export const KEYS = ['7.1.a|411202', '7.1.a|411203', '1|411200', '2.1|411200'] as const

export interface SyncPlan {
  readonly who: 'clerk' | 'second'
  readonly rows: readonly {
    readonly key: string
    /** How many versions behind the person is; -1 is ahead of the server. */
    readonly behind: number
    readonly deleted: boolean
    readonly cumulative: number | null
    readonly problems: string | null
    readonly nextSteps: string | null
    readonly remark: string | null
  }[]
  readonly named: readonly Field[]
  readonly atomic: boolean
  readonly oldEpoch: boolean
  readonly note: boolean
}

/** What the second clerk may become. */
export const PLACES = ['clerk', 'reviewer', 'reader', 'clerkElsewhere'] as const

export type Command =
  | { readonly do: 'sync'; readonly plan: SyncPlan; readonly dryFirst: boolean }
  | { readonly do: 'race'; readonly plans: readonly SyncPlan[] }
  | { readonly do: 'writers'; readonly key: string; readonly count: number; readonly oneField: boolean }
  | { readonly do: 'duplicate'; readonly plan: SyncPlan; readonly times: number }
  | { readonly do: 'outage'; readonly plan: SyncPlan; readonly at: number; readonly when: 'before' | 'after' | 'twice' }
  | { readonly do: 'retry'; readonly times: number }
  | { readonly do: 'other'; readonly plan: SyncPlan }
  | { readonly do: 'reuse' | 'lock' | 'reopen' | 'returnRow' | 'dismiss' | 'readmit' | 'consolidate' }
  | { readonly do: 'role'; readonly place: (typeof PLACES)[number] }
  | { readonly do: 'act'; readonly act: SubmissionAct; readonly read: 'all' | 'behind' | 'unsaid' }
  | { readonly do: 'pull'; readonly limit: number }

const word = fc.constantFrom(null, 'a', 'b', '乙')
const rarely = (weight: number) => fc.oneof({ weight, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) })
const key = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom<string>(...KEYS) },
  { weight: 1, arbitrary: fc.constant(`${UNKNOWN_SUBJECT}|411200`) },
)
const plan: fc.Arbitrary<SyncPlan> = fc.record({
  who: fc.constantFrom('clerk' as const, 'second' as const),
  rows: fc.uniqueArray(
    fc.record({
      key,
      behind: fc.oneof(
        { weight: 60, arbitrary: fc.constant(0) },
        { weight: 40, arbitrary: fc.integer({ min: 1, max: 4 }) },
        { weight: 1, arbitrary: fc.constant(-1) },
      ),
      deleted: rarely(6),
      cumulative: fc.constantFrom(null, 10_000, 20_000, 30_000),
      problems: word,
      nextSteps: word,
      remark: word,
    }),
    { minLength: 1, maxLength: 4, selector: (row) => row.key },
  ),
  named: fc.subarray([...FIELDS], { minLength: 1 }),
  atomic: rarely(4),
  oldEpoch: rarely(9),
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
const several = fc.integer({ min: 2, max: 4 })

/** What people do, any order, up to 30 acts. */
export const commands: fc.Arbitrary<Command[]> = fc.array(
  fc.oneof<{ weight: number; arbitrary: fc.Arbitrary<Command> }[]>(
    { weight: 20, arbitrary: fc.record({ do: fc.constant('sync' as const), plan, dryFirst: fc.boolean() }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('race' as const), plans: fc.array(plan, { minLength: 2, maxLength: 4 }) }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('writers' as const), key: fc.constantFrom(...KEYS), count: several, oneField: fc.boolean() }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('duplicate' as const), plan, times: several }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('outage' as const),
        plan,
        at: fc.nat(2),
        when: fc.constantFrom('before' as const, 'after' as const, 'twice' as const),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('retry' as const), times: fc.integer({ min: 1, max: 3 }) }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('other' as const), plan }) },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constantFrom('reuse', 'lock', 'reopen', 'returnRow', 'dismiss', 'readmit', 'consolidate'),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('role' as const), place: fc.constantFrom(...PLACES) }) },
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant('act' as const),
        act: fc.constantFrom(...acts),
        read: fc.constantFrom('all' as const, 'behind' as const, 'unsaid' as const),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('pull' as const), limit: fc.constantFrom(1, 2, 3, 1000) }) },
  ),
  { maxLength: 30, size: 'max' },
)
