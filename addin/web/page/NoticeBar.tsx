import { useStore } from '../../pane/frame/usePane.ts'
import type { FilesTexts } from '../text/filesTexts.ts'
import type { FilesActions } from './filesActions.ts'
import type { PageProps } from './pageProps.ts'
import type { Notice } from './pageState.ts'

/** What a notice says, and what can be done about it; the first is what most people want. */
interface Said {
  readonly sentence: string
  readonly tone: 'info' | 'warning' | 'error'
  readonly acts: readonly (readonly [label: string, name: string, act: () => void])[]
}

/** Cells that are named; of more only the number is said. */
const NAMED = 5
/** Characters of a text by which its reading is known. */
const SAMPLE = 40

/** One notice above the sheet, with what can be done. */
export function NoticeBar({ state, actions, texts }: PageProps) {
  const { notice, saving, uncomputed } = useStore(state)
  const said = notice === null ? null : saidOf(notice, saving === 'changed', actions, texts)
  const cells = uncomputed.slice(0, NAMED).map(({ cell }) => cell)
  return (
    <div role="alert">
      {uncomputed.length > 0 && (
        <div class="notice-bar warning" data-testid="uncomputed">
          <p>{texts.notices.uncomputed(cells.join(texts.separator) + (uncomputed.length > NAMED ? '…' : ''), uncomputed.length)}</p>
        </div>
      )}
      {said !== null && (
        <div class={`notice-bar ${said.tone}`} data-testid="notice" data-notice={notice?.tag}>
          <p>{said.sentence}</p>
          <div class="notice-acts">
            {said.acts.map(([label, name, act]) => (
              <button key={name} type="button" class="notice-act" data-testid={name} onClick={act}>
                {label}
              </button>
            ))}
          </div>
        </div>
      )}
    </div>
  )
}

function saidOf(notice: Notice, unsaved: boolean, actions: FilesActions, texts: FilesTexts): Said {
  const { notices, acts, download, save, separator } = texts
  const dismiss = [acts.dismiss, 'dismiss-notice', actions.dismiss] as const
  const cancel = [acts.cancel, 'cancel-notice', actions.dismiss] as const
  const reread = [acts.reread, 'reread', () => void actions.reread()] as const
  const copy = [download, 'download-copy', () => void actions.download()] as const
  switch (notice.tag) {
    case 'refused':
      return { sentence: notice.sentence, tone: 'info', acts: [dismiss] }
    case 'notOpened':
      return { sentence: notices.notOpened(notice.name, texts.file.fault(notice.fault)), tone: 'error', acts: [dismiss] }
    case 'notRead':
      return { sentence: notices.notRead(notice.name), tone: 'error', acts: [dismiss] }
    case 'notMade':
      return { sentence: notices.notMade, tone: 'error', acts: [dismiss] }
    case 'encodingUnclear':
      return {
        sentence: notices.encodingUnclear,
        tone: 'warning',
        acts: [
          ...notice.candidates.map(
            ({ encoding, sample }) =>
              [
                `${texts.file.encodings[encoding]}：${sample.slice(0, SAMPLE)}`,
                `as-${encoding}`,
                () => void actions.openAs(notice.picked, encoding),
              ] as const,
          ),
          cancel,
        ],
      }
    case 'notWritable':
      return {
        sentence: texts.file.notWritten(notice.fault, notice.encoding),
        tone: 'error',
        acts: [dismiss],
      }
    case 'savesBeside':
      return {
        sentence: notices.savesBeside(notice.name),
        tone: 'info',
        acts: [[texts.saveBeside, 'save-anyway', () => void actions.saveAccepted()], cancel],
      }
    case 'notFetched':
      return {
        sentence: notices.notFetched,
        tone: 'error',
        acts: [[acts.retry, 'retry-open', () => void actions.openAnyway(notice.picked)], cancel],
      }
    case 'downloaded':
      return { sentence: notices.downloaded(notice.name), tone: 'info', acts: [dismiss] }
    case 'changedElsewhere':
      return {
        sentence: unsaved ? notices.changedBoth : notices.changedElsewhere,
        tone: 'warning',
        acts: [reread, ...(unsaved ? [copy] : []), [acts.keep, 'keep-notice', actions.dismiss]],
      }
    case 'wouldOverwrite':
      return {
        sentence: notices.wouldOverwrite,
        tone: 'error',
        acts: [copy, reread, [acts.overwrite, 'overwrite', () => void actions.save('whatIsThere')]],
      }
    case 'notAllowed':
    case 'notWritten':
      return { sentence: notices[notice.tag], tone: 'error', acts: [[save, 'save-again', () => void actions.save()], copy, dismiss] }
    case 'lost':
      return {
        sentence: notices.lost(notice.what.join(separator)),
        tone: 'warning',
        acts: [[acts.saveAnyway, 'save-anyway', () => void actions.saveAccepted()], cancel],
      }
    case 'unsaved':
      return {
        sentence: notices.unsaved,
        tone: 'warning',
        acts: [
          [save, 'save-first', () => void actions.save()],
          [acts.discard, 'open-anyway', () => void actions.openAnyway(notice.next)],
          cancel,
        ],
      }
  }
}
