-- A receipt names the fields of a conflict. Before, it held them as bits in the order in which fields stood in the code:
-- one field more among them would have changed what every stored conflict means. The order below is that of the code that
-- wrote the bits, and no list that may grow. Of a row in no conflict the bits meant nothing; it has NULL now.
DROP TRIGGER receipts_stay;
UPDATE receipts SET outcomes = (
  SELECT json_group_array(json_array(o.value ->> 0, o.value ->> 1, o.value ->> 2, json(CASE WHEN o.value ->> 1 = 2 THEN (
    SELECT json_group_array(field.value)
    FROM json_each('["target","cumulative","periodValue","previous","carryOver","statedPercent","denominator","investPlan","investDone","asOf","planned","actual","stage","done","progressText","problems","nextSteps","remark"]') field
    WHERE (o.value ->> 3) >> field.key & 1
  ) END)))
  FROM json_each(receipts.outcomes) o
);
CREATE TRIGGER receipts_stay BEFORE UPDATE ON receipts BEGIN SELECT RAISE(ABORT, 'a receipt never changes'); END;
