/**
 * The common table expression `inherited`: what the unit ?2 took over (`Register.succeeds`, followed back to the first who had
 * it): `unit`, `subject`, and `until`, the last period of which the unit's rows stand for its own. `of` says by which register:
 * that of the period ?1, or the newest version of it, since who may look back at a duty is who has it now.
 */
export const inheritedSql = (of: 'period' | 'newest'): string => `moves AS MATERIALIZED (
    SELECT m.value ->> 'reporter' AS reporter, m.value ->> 'subject' AS subject, m.value ->> 'predecessor' AS predecessor, m.value ->> 'from' AS since
    FROM periods p JOIN registers g ON g.id = p.register_id AND g.version = ${VERSION[of]} JOIN json_each(g.body, '$.succeeds') m WHERE p.id = ?1
  ), inherited(unit, subject, until) AS (
    SELECT predecessor, subject, since FROM moves WHERE reporter = ?2
    UNION SELECT m.predecessor, m.subject, min(m.since, i.until) FROM inherited i JOIN moves m ON m.reporter = i.unit AND m.subject = i.subject
  )`

const VERSION = {
  period: 'p.register_version',
  newest: '(SELECT max(version) FROM registers WHERE id = p.register_id)',
} as const

/** The predecessors' rows of the period ?1 that stand for those of the unit ?2. */
export const INHERITED_ROWS = `WITH RECURSIVE ${inheritedSql('newest')}
  SELECT r.* FROM inherited i JOIN records r ON r.period = ?1 AND r.reporter = i.unit AND r.subject = i.subject AND r.deleted = 0
  WHERE i.until >= ?1 ORDER BY r.reporter, r.subject, r.area, r.part`
