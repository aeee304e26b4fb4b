import { useState } from 'preact/hooks'
import { ClearMarks } from './frame/ClearMarks.tsx'
import { usePane, useStore } from './frame/usePane.ts'

/** An invitation code, and nothing else, lets a person in. */
export function SignIn() {
  const { stores, actions, texts } = usePane()
  const busy = useStore(stores.busy)
  const cityLogin = useStore(stores.cityLogin)
  const openRegister = useStore(stores.openRegister)
  const { tokenLasts } = useStore(stores.device)
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
      <p data-testid="sign-in-lead">{tokenLasts ? words.lead : words.leadForgets}</p>
      <label for="invite-code">{words.code}</label>
      <input
        id="invite-code"
        class="wide"
        value={code}
        placeholder={words.placeholder}
        autocomplete="off"
        spellcheck={false}
        maxLength={64}
        data-testid="invite-code"
        data-arrival
        onInput={(event) => setCode(event.currentTarget.value)}
      />
      <fluent-button
        class="wide"
        appearance="primary"
        disabled={busy !== null}
        data-testid="sign-in"
        onClick={() => void actions.signIn(code)}
      >
        {words.act}
      </fluent-button>
      {cityLogin && (
        <>
          <fluent-button class="wide" data-testid="city-login" onClick={() => actions.openCityLogin()}>
            {words.cityLogin}
          </fluent-button>
          <p class="small">{words.cityLoginHint}</p>
        </>
      )}
      {openRegister !== null && (
        <>
          <fluent-button class="wide" disabled={busy !== null} data-testid="visit" onClick={() => void actions.visit()}>
            {words.visit}
          </fluent-button>
          <p class="small">{words.visitHint}</p>
        </>
      )}
      <p class="small">{words.privacy}</p>
      <ClearMarks />
    </form>
  )
}
