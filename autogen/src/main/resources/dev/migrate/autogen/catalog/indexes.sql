-- Indexes, those behind constraints too, without the copies that partitions get from their parent. An index that is
-- attached to the parent's is read if a constraint that the partition has by itself uses it.
SELECT i.indexrelid AS id,
       i.indrelid AS table_id,
       c.relname AS name,
       am.amname AS method,
       i.indisunique AS is_unique,
       i.indnullsnotdistinct AS nulls_collide, -- since 15
       false AS nulls_collide, -- before 15
       i.indnkeyatts AS key_count,
       i.indkey::text AS columns,
       i.indclass::text AS operator_classes,
       i.indcollation::text AS collations,
       i.indoption::text AS options,
       CASE WHEN i.indexprs IS NOT NULL THEN ARRAY (
           SELECT pg_get_indexdef(i.indexrelid, k, false)
           FROM generate_series(1, i.indnkeyatts) k
           WHERE i.indkey[k - 1] = 0
           ORDER BY k) END AS expressions,
       pg_get_expr(i.indpred, i.indrelid) AS predicate,
       c.reloptions AS storage_parameters,
       s.spcname AS tablespace,
       i.indisvalid AS is_valid
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_class t ON t.oid = i.indrelid
JOIN pg_am am ON am.oid = c.relam
LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
WHERE t.relnamespace = ANY (:namespaces)
  AND t.relkind IN ('r', 'p')
  AND (NOT c.relispartition
       OR EXISTS (
           SELECT FROM pg_constraint k
           WHERE k.conindid = i.indexrelid
             AND k.conrelid = i.indrelid
             AND k.contype IN ('p', 'u', 'x')
             AND k.conparentid = 0
             AND k.conislocal))
