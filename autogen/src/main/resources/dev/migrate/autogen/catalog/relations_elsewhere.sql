-- Tables and sequences in schemas that are not read. What a schema has beside an extension may be the extension's doing.
SELECT n.nspname AS schema,
       c.relname AS name
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relnamespace <> ALL (:namespaces)
  AND n.nspname <> 'information_schema'
  AND n.nspname NOT LIKE 'pg\_%'
  AND c.relkind IN ('r', 'p', 'S')
  AND pg_has_role(c.relowner, 'USAGE')
  AND NOT EXISTS (SELECT FROM pg_extension e WHERE e.extnamespace = n.oid)
  AND NOT EXISTS (
      SELECT FROM pg_depend d
      WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')
  AND NOT EXISTS (
      SELECT FROM pg_depend d
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'e', 'i')
        AND d.objsubid = 0) -- Columns that a partition key or, before 15, a formula names depend on their own table.
