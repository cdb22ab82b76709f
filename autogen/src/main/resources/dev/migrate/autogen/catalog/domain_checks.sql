-- Check constraints of domains, over VALUE.
SELECT k.contypid AS domain_id,
       k.conname AS name,
       pg_get_expr(k.conbin, 0) AS expression,
       k.convalidated AS is_valid
FROM pg_constraint k
JOIN pg_type t ON t.oid = k.contypid
WHERE t.typnamespace = ANY (:namespaces)
  AND k.contype = 'c'
ORDER BY k.conname
