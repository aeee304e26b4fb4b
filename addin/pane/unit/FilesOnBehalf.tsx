import { namesApart } from '../../../shared/base/namesApart.ts'
import type { Submission } from '../../../shared/wire/submission.ts'
import { waitsForUnit } from '../../flow/unit/filesOnBehalf.ts'
import { onBehalfWords } from '../frame/senderName.ts'
import { usePane } from '../frame/usePane.ts'

/** What the supervision office sent for the unit: from which file, by whom and when, how much of it was written, and who took it over. */
export function FilesOnBehalf({ submission: { filesOnBehalf } }: { submission: Submission }) {
  const { texts } = usePane()
  const words = onBehalfWords(texts)
  if (filesOnBehalf.length === 0) return null
  const nameOf = namesApart(filesOnBehalf.flatMap((file) => [file, ...(file.takenOver === null ? [] : [file.takenOver])]))
  return (
    <div class="stateCard" data-testid="files-on-behalf">
      <p class="first">{words.title}</p>
      <ul class="plainList">
        {filesOnBehalf.map((file) => (
          <li key={file.id} data-testid="file-on-behalf" data-sha256={file.sha256} data-rows={file.rows}>
            <p>{words.file(file.name, nameOf(file), texts.app.time(file.at))}</p>
            <p class="small">
              {[
                words.rows(file.rows),
                waitsForUnit(file) && words.open,
                file.takenOver !== null && words.takenOver(nameOf(file.takenOver), texts.app.time(file.takenOver.at)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {filesOnBehalf.some(waitsForUnit) && <p class="small">{words.hint}</p>}
    </div>
  )
}
