-- Collations that columns, index keys and partition keys use.
SELECT l.oid AS id,
       CASE WHEN pg_collation_is_visible(l.oid) THEN quote_ident(l.collname)
            ELSE format('%I.%I', n.nspname, l.collname) END AS name
FROM pg_collation l
JOIN pg_namespace n ON n.oid = l.collnamespace
WHERE l.oid IN (
    SELECT a.attcollation
    FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = ANY (:namespaces)
    UNION ALL
    SELECT unnest(p.partcollation::oid[]) FROM pg_partitioned_table p
    UNION ALL
    SELECT t.typcollation FROM pg_type t WHERE t.typnamespace = ANY (:namespaces))
