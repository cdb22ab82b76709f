-- Which tables inherit from which, partitions among them.
SELECT i.inhrelid AS table_id,
       n.nspname AS parent_schema,
       p.relname AS parent_name
FROM pg_inherits i
JOIN pg_class c ON c.oid = i.inhrelid
JOIN pg_class p ON p.oid = i.inhparent
JOIN pg_namespace n ON n.oid = p.relnamespace
WHERE c.relnamespace = ANY (:namespaces)
  AND c.relkind IN ('r', 'p')
ORDER BY i.inhrelid, i.inhseqno
