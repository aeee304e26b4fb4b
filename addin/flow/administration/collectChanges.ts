import { ok, type Result } from '../../../shared/base/result.ts'
import type { FigureChange } from '../../../shared/wire/changes.ts'
import type { AdministrationApi, ChangesFilter } from '../../ports/administrationApi.ts'
import type { ApiFault } from '../../ports/apiFault.ts'

/** Changes found; `next` continues the search where there can be more. */
export interface FoundChanges {
  readonly changes: readonly FigureChange[]
  readonly next: string | null
}

/** The server's most for one page. */
const LARGEST_PAGE = 1_000
/** A page that looked at its share and found nothing goes on: so often before the person is asked. */
const MOST_PAGES = 40

/** The next changes of a filter, newest first: about `wanted` of them, or all that there are, however far apart they lie. */
export async function collectChanges(
  api: Pick<AdministrationApi, 'changes'>,
  filter: ChangesFilter,
  since: string | null,
  wanted: number,
): Promise<Result<FoundChanges, ApiFault>> {
  const changes: FigureChange[] = []
  let next = since
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await api.changes({ ...filter, since: next, limit: Math.min(LARGEST_PAGE, wanted - changes.length) })
    if (!page.ok) return page
    changes.push(...page.value.changes)
    next = page.value.next
    if (next === null || changes.length >= wanted) break
  }
  return ok({ changes, next })
}
