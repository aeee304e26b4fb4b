import type { Comment } from '../../../shared/wire/comment.ts'
import { usePane } from '../frame/usePane.ts'

/** What somebody said of a row: who, when, in what words. */
export function RemarkItem({ comment }: { comment: Comment }) {
  const { texts } = usePane()
  const { kind, by, at, text } = comment
  return (
    <div class={`remark ${kind}`} data-testid="remark-said" data-kind={kind}>
      <p class="small">
        <span class="kindName">{texts.unit.rows.said[kind]}</span> {by} · {texts.app.time(at)}
      </p>
      <p>{text}</p>
    </div>
  )
}
