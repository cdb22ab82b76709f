-- Sequences, with the column that owns each: serial ('a') or identity ('i').
SELECT n.nspname AS schema,
       c.relname AS name,
       format_type(s.seqtypid, NULL) AS type,
       s.seqstart AS start,
       s.seqincrement AS increment,
       s.seqmin AS min,
       s.seqmax AS max,
       s.seqcache AS cache,
       s.seqcycle AS is_cycling,
       owner.deptype AS ownership,
       owner.refobjid AS table_id,
       owner.refobjsubid AS column_number,
       comment.description AS comment
FROM pg_sequence s
JOIN pg_class c ON c.oid = s.seqrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_depend owner
       ON owner.classid = 'pg_class'::regclass AND owner.objid = c.oid AND owner.objsubid = 0
      AND owner.refclassid = 'pg_class'::regclass AND owner.deptype IN ('a', 'i')
LEFT JOIN pg_description comment
       ON comment.objoid = c.oid AND comment.classoid = 'pg_class'::regclass AND comment.objsubid = 0
WHERE c.relnamespace = ANY (:namespaces)
  AND NOT EXISTS (
      SELECT FROM pg_depend d
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
