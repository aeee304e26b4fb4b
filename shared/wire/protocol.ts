/**
 * The wire contract's number. Bump it with any change of a schema in this folder, with a line of history; the test
 * that hashes the schemas fails until somebody does.
 *
 * 1 (2026-11): sessions, register, periods, records, sync, consolidation.
 * 2 (2026-11): documents by a one-time link; the problem linkSpent. Additive.
 * 3 (2026-11): sign-in through the city's identity provider (oidc/start, oidc/callback, sign-in-options, accounts' identity). Additive.
 * 4 (2026-11): a period may be opened without deadlines: its register's calendar has them. Additive.
 * 5 (2026-11): a comment takes an Idempotency-Key; the audit trail's filters; an export by a one-time link. Additive.
 *   When and at which position a unit's period was signed, acts that name the position read, rows and time of the last in the
 *   list of units, notes and evidence in a row's history. Additive.
 *   A consolidation has lights and their overrides, changes, timeliness, counts, ranks and disagreements; each source its part.
 * 6 (2026-11): more time for a unit is PUT …/extension, where 5 had …/exception. Not additive: a pane of 5 that was left open
 *   over the change is answered 404 for it, and has the new path once it is opened again. A record's origin is given its form,
 *   which it always had.
 * 7 (2026-11): findings of a sheet of another unit or period, of rows that are not the reporter's, of figures below zero, of dates
 *   where figures belong.
 *   Additive.
 * 8 (2026-11): remembered layouts of units and the city, with what becomes of a column's figures; findings of a figure in two
 *   cells, of figures outside the tables, of a target that is not the registered one,
 *   of figures of a text that nothing ties to one indicator. Findings of ledgers, of leaps
 *   and of figures that do not follow from the last period's. Additive.
 * 9 (2026-11): the sources of a report as a document of their own, a formal circular, with 导语, 要求, 附件说明 and 版记, each unit's own text.
 *   A consolidation's ranks are by registered targets of counties, with what each is ranked by; each indicator has what its
 *   counties have of theirs. Not additive: a pane of 8 that was left open over the change cannot read a consolidation.
 *   Rows, their sources, comments and acts of the audit trail name the account, and the person's name at the time.
 *   A unit's records come with those of whom it took duties over from; its period names the rows that differ from the signed ones,
 *   a comment whether it is of the unit's own people, and whether its row reports something else since.
 *   The list of units has each one's own deadline.
 *   Each area, gap and text has what was reported of it; a unit how much of what was asked is there, and whether it was returned;
 *   counts have 部分报送 beside 已报齐 and 未报; a source has its stage, and whether it counts.
 *   Changes of figures are asked for by GET /v1/changes.
 *   A change says whether the two periods can be compared; lights have reasons for rates, limits and what rose; a source says
 *   whether it is a percentage, a side of a disagreement as of which day.
 *   Settling what is not approved or lacks something, or locking a period with units outstanding, needs a second word (confirmationNeeded); a unit's states say until when it is on time and whether it has a reviewer.
 * 10 (2026-11): a finding of a day of completion that is still to come. A source and a county's figure say how far the report is that they are of, and whether they changed since. Not
 *   additive: a pane of 9 that was left open over the change cannot read a consolidation.
 *   A coordinator may send for a unit from the unit's own file (sync-on-behalf), with the file's name and SHA-256; the unit
 *   takes it over (submission/take-over). A unit's period names these files; rows, versions, sources and changes say whether they were
 *   sent so. Not additive: a pane of 9 that was left open over the change cannot read them.
 *   Lights have a reason for what is above an exact target; ranks say what a department has not reported of all counties.
 *   Loading a register answers what a person should look at in it (remarks).
 */
export const PROTOCOL_VERSION = 10

/** Limits of a sync request: what one transaction of D1 takes in a few seconds. A larger sheet goes in chunks. */
export const MAX_SYNC_ROWS = 5_000
/** Counted on the bytes as they are read: a length that lies gets nobody past it. */
export const MAX_SYNC_BYTES = 2 * 1024 * 1024
/** Of any other body. */
export const MAX_BODY_BYTES = 64 * 1024
