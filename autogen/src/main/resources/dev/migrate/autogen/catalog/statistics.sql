-- Extended statistics, by what PostgreSQL calls their columns and how it prints their expressions.
SELECT s.oid AS id,
       n.nspname AS schema,
       s.stxname AS name,
       s.stxrelid AS table_id,
       t.nspname AS table_schema,
       c.relname AS table_name,
       s.stxkind::text[] AS kinds,
       ARRAY(
           SELECT a.attname::text
           FROM pg_attribute a
           WHERE a.attrelid = s.stxrelid AND a.attnum = ANY (s.stxkeys)) AS columns,
       pg_get_statisticsobjdef_expressions(s.oid) AS expressions, -- since 14
       ARRAY[]::text[] AS expressions, -- before 14
       nullif(s.stxstattarget, -1) AS target,
       obj_description(s.oid, 'pg_statistic_ext') AS comment
FROM pg_statistic_ext s
JOIN pg_namespace n ON n.oid = s.stxnamespace
JOIN pg_class c ON c.oid = s.stxrelid
JOIN pg_namespace t ON t.oid = c.relnamespace
WHERE (c.relnamespace = ANY (:namespaces) OR c.relkind = 'm') -- Views of other schemas may be read, too.
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = 'pg_statistic_ext'::regclass AND d.objid = s.oid AND d.deptype = 'e')
