import { useStore } from '../frame/usePane.ts'
import { useAdministration } from './useAdministration.ts'

/** 备份导出: everything as one file, by a link that opens once in the browser. */
export function BackupScreen() {
  const { stores, actions, words, idle } = useAdministration()
  const exported = useStore(stores.exported)
  const of = words.backup
  return (
    <section data-testid="backup">
      <h2>{of.title}</h2>
      <p>{of.lead}</p>
      <p class="small">{of.without}</p>
      <div class="acts">
        <fluent-button appearance="primary" disabled={!idle} data-testid="export" onClick={() => void actions.linkExport()}>
          {of.act}
        </fluent-button>
      </div>
      {exported !== null && (
        <div role="status">
          <p class="done" data-testid="exported">
            {of.opened}
          </p>
          <p class="small">
            <a href={exported.path} target="_blank" rel="noopener noreferrer">
              {of.again}
            </a>
          </p>
        </div>
      )}
      <h3>{of.restoreTitle}</h3>
      <p class="small">{of.restore}</p>
    </section>
  )
}
