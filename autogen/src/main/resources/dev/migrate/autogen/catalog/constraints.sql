-- Constraints of tables, without the copies that partitions and child tables get from their parent.
SELECT k.oid AS id,
       k.conrelid AS table_id,
       k.conname AS name,
       k.contype AS kind,
       k.conindid AS index_id,
       array_to_string(k.conkey, ' ') AS columns,
       k.confrelid AS target_id,
       target_schema.nspname AS target_schema,
       target.relname AS target_name,
       array_to_string(k.confkey, ' ') AS target_columns,
       CASE WHEN k.contype = 'f' AND target.relnamespace <> ALL (:namespaces) THEN ARRAY (
           SELECT a.attname::text
           FROM unnest(k.confkey) WITH ORDINALITY key(number, position)
           JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = key.number
           ORDER BY key.position) END AS distant_columns,
       k.confdeltype AS on_delete,
       array_to_string(k.confdelsetcols, ' ') AS on_delete_columns, -- since 15
       NULL AS on_delete_columns, -- before 15
       k.confupdtype AS on_update,
       k.confmatchtype AS match,
       k.condeferrable AS is_deferrable,
       k.condeferred AS is_deferred,
       k.convalidated AS is_valid,
       k.conenforced AS is_enforced, -- since 18
       true AS is_enforced, -- before 18
       k.conperiod AS is_temporal, -- since 18
       false AS is_temporal, -- before 18
       k.connoinherit AS is_not_inherited,
       CASE WHEN k.contype = 'c' THEN pg_get_expr(k.conbin, k.conrelid) END AS expression,
       CASE WHEN k.contype = 'x' THEN ARRAY (
           SELECT CASE WHEN pg_operator_is_visible(o.oid) THEN o.oprname::text
                       ELSE format('OPERATOR(%I.%s)', n.nspname, o.oprname) END
           FROM unnest(k.conexclop) WITH ORDINALITY operator(id, position)
           JOIN pg_operator o ON o.oid = operator.id
           JOIN pg_namespace n ON n.oid = o.oprnamespace
           ORDER BY operator.position) END AS operators
FROM pg_constraint k
JOIN pg_class c ON c.oid = k.conrelid
LEFT JOIN pg_class target ON target.oid = k.confrelid
LEFT JOIN pg_namespace target_schema ON target_schema.oid = target.relnamespace
WHERE c.relnamespace = ANY (:namespaces)
  AND k.contype IN ('p', 'u', 'f', 'c', 'x')
  AND k.conparentid = 0
  AND k.conislocal
