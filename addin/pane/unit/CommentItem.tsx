import type { Comment } from '../../../shared/wire/comment.ts'
import { usePane } from '../frame/usePane.ts'

/** What somebody said of a row: who (`by`, told apart from others of the name), when, in what words. */
export function CommentItem({ comment, by }: { comment: Comment; by: string }) {
  const { texts } = usePane()
  const { kind, at, text } = comment
  return (
    <div class={`comment ${kind}`} data-testid="comment" data-kind={kind}>
      <p class="small">
        <span class="kindName">{texts.unit.rows.commentKinds[kind]}</span> {by} · {texts.app.time(at)}
      </p>
      <p>{text}</p>
    </div>
  )
}
