-- Tables and partitioned tables; those of an extension belong to it.
SELECT c.oid AS id,
       n.nspname AS schema,
       c.relname AS name,
       c.relpersistence = 'u' AS is_unlogged,
       c.reloptions AS options,
       s.spcname AS tablespace,
       p.partstrat AS strategy,
       p.partattrs::text AS partition_columns,
       p.partclass::text AS partition_operator_classes,
       p.partcollation::text AS partition_collations,
       pg_get_expr(p.partexprs, c.oid) AS partition_expressions,
       pg_get_expr(c.relpartbound, c.oid) AS bound,
       comment.description AS comment
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
LEFT JOIN pg_partitioned_table p ON p.partrelid = c.oid
LEFT JOIN pg_description comment
       ON comment.objoid = c.oid AND comment.classoid = 'pg_class'::regclass AND comment.objsubid = 0
WHERE c.relnamespace = ANY (:namespaces)
  AND c.relkind IN ('r', 'p')
  AND NOT EXISTS (
      SELECT FROM pg_depend d
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
