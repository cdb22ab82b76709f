-- Columns in table order. What a column has from its type is no property of its own; a plain one has only name, type and NOT
-- NULL, so that of most there is little to read.
SELECT a.attrelid AS table_id,
       a.attnum AS number,
       a.attname AS name,
       a.attislocal AS is_local,
       format_type(a.atttypid, a.atttypmod) AS type,
       -- NOT NULL NOT VALID doesn't promise anything about the rows that are there.
       a.attnotnull AND unproven.oid IS NULL AS is_not_null, -- since 18
       a.attnotnull AS is_not_null, -- before 18
       pg_get_expr(d.adbin, d.adrelid) AS expression,
       a.attidentity AS identity,
       a.attgenerated AS generated,
       a.attcollation AS collation_id,
       a.attcollation <> t.typcollation AS is_collated,
       CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END AS storage,
       a.attcompression AS compression, -- since 14
       '' AS compression, -- before 14
       comment.description AS comment,
       d.adbin IS NULL
           AND a.attidentity = ''
           AND a.attgenerated = ''
           AND a.attcollation = t.typcollation
           AND a.attstorage = t.typstorage
           AND a.attcompression = '' -- since 14
           AND comment.description IS NULL AS is_plain
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
LEFT JOIN pg_constraint unproven -- since 18
       ON unproven.conrelid = a.attrelid AND unproven.conkey[1] = a.attnum -- since 18
      AND unproven.contype = 'n' AND NOT unproven.convalidated -- since 18
LEFT JOIN pg_description comment
       ON comment.objoid = a.attrelid AND comment.classoid = 'pg_class'::regclass AND comment.objsubid = a.attnum
WHERE c.relnamespace = ANY (:namespaces)
  AND c.relkind IN ('r', 'p')
  AND a.attnum > 0
  AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum
