import type { PeriodInfo } from '../../../../shared/wire/period.ts'
import { type ChasedUnit, chaseList } from '../../../flow/administration/chaseList.ts'
import { useWhenIdle } from '../../frame/useWhenIdle.ts'
import { CopyButton } from '../CopyButton.tsx'
import { useAdministration } from '../useAdministration.ts'

/** 催办: who was reminded and when, who still owes the report, and the same as a text to send. */
export function ChaseList({ period, units }: { period: PeriodInfo; units: readonly ChasedUnit[] | undefined }) {
  const { actions, texts, words } = useAdministration()
  const of = words.periods
  useWhenIdle('', () => void actions.chase(period))
  if (units === undefined) return null
  const list = chaseList(period, units, of.chaseWords)
  return (
    <div class="edit" data-testid="chase" data-units={units.length}>
      {units.length === 0 ? (
        <p class="clean">{of.nobodyToChase}</p>
      ) : (
        <>
          <ul>
            {units.map(({ reporter, name, open, notices }) => (
              <li key={reporter} data-testid="chased" data-reporter={reporter}>
                <span>{name}</span>
                <span class="small">
                  {' '}
                  {[...(open === null ? [] : [open ? of.owing : of.reported]), ...notices.map(({ kind, at }) => of.notice(kind, at))].join(
                    texts.separator,
                  )}
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
