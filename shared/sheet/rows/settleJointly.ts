import type { RowBinding } from '../../record/reading.ts'

/**
 * Rows between whose candidates their own words do not decide, by what the other rows of their area have: an indicator that
 * is another row's is not this one's too. Goes on while one is found; rows that would all take the same one stay open.
 *
 *     乳腺癌筛查     8.1.b
 *     “两癌”筛查     8.1.a or 8.1.b      8.1.a, since 8.1.b is the other row's
 */
export function settleJointly(bindings: readonly RowBinding[]): readonly RowBinding[] {
  if (!bindings.some(isOpen)) return bindings
  const settled = new Map<RowBinding, RowBinding>()
  for (const rows of Map.groupBy(bindings, ({ area }) => area ?? '').values()) {
    for (let found = true; found; ) {
      const now = rows.map((row) => settled.get(row) ?? row)
      const taken = new Set(now.flatMap(({ subjects }) => subjects))
      const only = Map.groupBy(now.filter(isOpen), (row) => {
        const left = candidatesOf(row).filter((id) => !taken.has(id))
        return left.length === 1 ? left[0] : undefined
      })
      found = false
      for (const [subject, [row, another]] of only) {
        if (subject === undefined || !row || another) continue
        settled.set(row, {
          ...row,
          subjects: [subject],
          why: { confidence: BY_OTHERS, reason: 'subject_by_others', params: { subjects: subject } },
        })
        found = true
      }
    }
  }
  return settled.size === 0 ? bindings : bindings.map((row) => settled.get(row) ?? row)
}

/** Less sure than by words of its own. */
const BY_OTHERS = 0.6

const isOpen = ({ why }: RowBinding): boolean => why.reason === 'subject_ambiguous'

const candidatesOf = ({ why }: RowBinding): readonly string[] =>
  typeof why.params?.candidates === 'string' ? why.params.candidates.split(',') : []
