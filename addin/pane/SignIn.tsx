import { useState } from 'preact/hooks'
import { usePane, useStore } from './usePane.ts'

/** An invitation code, and nothing else, lets a person in. */
export function SignIn() {
  const { stores, actions, texts } = usePane()
  const busy = useStore(stores.busy)
  const [code, setCode] = useState('')
  const words = texts.signIn
  return (
    <form
      class="signIn"
      onSubmit={(event) => {
        event.preventDefault()
        void actions.signIn(code)
      }}
    >
      <h1>{texts.app.name}</h1>
      <p>{words.lead}</p>
      <fluent-text-input
        class="wide"
        value={code}
        placeholder={words.placeholder}
        autocomplete="off"
        spellcheck={false}
        maxlength={64}
        data-testid="invite-code"
        onInput={(event) => setCode(event.currentTarget.value)}
      >
        {words.code}
      </fluent-text-input>
      <fluent-button
        class="wide"
        appearance="primary"
        disabled={busy !== null}
        data-testid="sign-in"
        onClick={() => void actions.signIn(code)}
      >
        {words.act}
      </fluent-button>
      <p class="small">{words.privacy}</p>
    </form>
  )
}
