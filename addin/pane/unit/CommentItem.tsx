import type { Comment } from '../../../shared/wire/comment.ts'
import { usePane } from '../frame/usePane.ts'

/** What somebody said of a row: who, when, in what words. */
export function CommentItem({ comment }: { comment: Comment }) {
  const { texts } = usePane()
  const { kind, by, at, text } = comment
  return (
    <div class={`comment ${kind}`} data-testid="comment" data-kind={kind}>
      <p class="small">
        <span class="kindName">{texts.unit.rows.commentKinds[kind]}</span> {by} · {texts.app.time(at)}
      </p>
      <p>{text}</p>
    </div>
  )
}
