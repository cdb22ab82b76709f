-- Domains over their base types.
SELECT t.oid AS id,
       n.nspname AS schema,
       t.typname AS name,
       format_type(t.typbasetype, t.typtypmod) AS type,
       t.typnotnull AS is_not_null,
       pg_get_expr(t.typdefaultbin, 0) AS expression,
       CASE WHEN t.typcollation <> base.typcollation THEN t.typcollation END AS collation_id,
       comment.description AS comment
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
JOIN pg_type base ON base.oid = t.typbasetype
LEFT JOIN pg_description comment
       ON comment.objoid = t.oid AND comment.classoid = 'pg_type'::regclass AND comment.objsubid = 0
WHERE t.typnamespace = ANY (:namespaces)
  AND t.typtype = 'd'
  AND NOT EXISTS (
      SELECT FROM pg_depend d
      WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
