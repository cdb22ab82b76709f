-- Enum types, labels in their sort order.
SELECT t.oid AS id,
       n.nspname AS schema,
       t.typname AS name,
       ARRAY (SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) AS labels,
       comment.description AS comment
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_description comment
       ON comment.objoid = t.oid AND comment.classoid = 'pg_type'::regclass AND comment.objsubid = 0
WHERE t.typnamespace = ANY (:namespaces)
  AND t.typtype = 'e'
  AND NOT EXISTS (
      SELECT FROM pg_depend d
      WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
