import { isReport, VALUE_FIELDS, VALUES, type ValueField } from '../../../shared/record/columnFields.ts'

const columnsOf = (fields: readonly ValueField[]): readonly string[] => fields.map((field) => VALUES[field].column)
const ALL = columnsOf(VALUE_FIELDS)

/** A row of `records` r is another than the version of `history` h, in one of these columns or in being withdrawn. */
const differs = (columns: readonly string[]): string =>
  `(r.deleted <> h.deleted OR (r.deleted = 0 AND (${columns.map((column) => `r.${column} IS NOT h.${column}`).join(' OR ')})))`

/**
 * SQL: JSON of the keys ("7.1.a|411202|") of the rows of a unit's period s that are not as they were when it was last signed;
 * a row that was changed and changed back is as it was. Empty where nobody signed.
 */
export const CHANGED_ROWS = `(SELECT json_group_array(r.subject || '|' || r.area || '|' || r.part) FROM records r
  LEFT JOIN history h ON h.period = r.period AND h.reporter = r.reporter AND h.subject = r.subject AND h.area = r.area AND h.part = r.part
    AND h.version = (SELECT max(version) FROM history WHERE period = r.period AND reporter = r.reporter AND subject = r.subject
      AND area = r.area AND part = r.part AND seq <= s.signed_seq)
  WHERE r.period = s.period AND r.reporter = s.reporter AND r.seq > s.signed_seq
    AND CASE WHEN h.version IS NULL THEN r.deleted = 0 ELSE ${differs(ALL)} END)`

const ASIDE: ValueField = 'remark'

/** What a row reports: its figures, days, stages and texts; a word beside them (备注) is none. */
const REPORTED: readonly string[] = columnsOf(VALUE_FIELDS.filter((field) => isReport(field) && field !== ASIDE))

/** SQL: whether what the row of a comment c reports is another now than at the version that the comment is about. */
export const CHANGED_SINCE = `coalesce((SELECT CASE WHEN h.version IS NULL THEN r.deleted = 0 ELSE ${differs(REPORTED)} END FROM records r
  LEFT JOIN history h ON h.period = r.period AND h.reporter = r.reporter AND h.subject = r.subject AND h.area = r.area AND h.part = r.part
    AND h.version = c.version
  WHERE r.period = c.period AND r.reporter = c.reporter AND r.subject = c.subject AND r.area = c.area AND r.part = c.part), 0)`
