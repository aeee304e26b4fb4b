import type { PeriodInfo } from '../../../../shared/wire/period.ts'
import { type Chase, chaseList } from '../../../flow/administration/chaseList.ts'
import { useWhenIdle } from '../../frame/useWhenIdle.ts'
import { CopyButton } from '../CopyButton.tsx'
import { useAdministration } from '../useAdministration.ts'

/** 催办: who owes the report and can send it, what came due and when, and the same as a text to send. */
export function ChaseList({ period, chase }: { period: PeriodInfo; chase: Chase | undefined }) {
  const { actions, texts, words } = useAdministration()
  const of = words.periods
  useWhenIdle('', () => void actions.chase(period))
  if (chase === undefined) return null
  const { units, known } = chase
  const list = chaseList(period, chase, of.chaseWords)
  return (
    <div class="edit" data-testid="chase" data-units={units.length}>
      {!known && <p data-testid="chase-unknown">{of.chaseWords.unknown}</p>}
      {units.length === 0 ? (
        known && <p class="clean">{of.nobodyToChase}</p>
      ) : (
        <>
          <ul>
            {units.map(({ reporter, name, standing, notices }) => (
              <li key={reporter} data-testid="chased" data-reporter={reporter}>
                <span>{name}</span>
                <span class="small">
                  {' '}
                  {[of.standing(standing, period), ...notices.map(({ kind, at }) => of.notice(kind, at))]
                    .filter(Boolean)
                    .join(texts.separator)}
                </span>
              </li>
            ))}
          </ul>
          <label>
            {of.chaseText}
            <textarea readOnly rows={5} value={list} data-testid="chase-text" />
          </label>
          <CopyButton text={list} testid="chase-copy" />
        </>
      )}
    </div>
  )
}
