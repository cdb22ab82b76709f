-- Casts, functions, procedures, views, triggers and composite types, by name and definition.
WITH members AS (SELECT d.classid, d.objid FROM pg_depend d WHERE d.deptype = 'e')
SELECT format('cast (%s as %s)', format_type(k.castsource, NULL), format_type(k.casttarget, NULL)) AS identity,
       format('CREATE CAST (%s AS %s) %s%s',
              format_type(k.castsource, NULL),
              format_type(k.casttarget, NULL),
              CASE k.castmethod
                  WHEN 'f' THEN 'WITH FUNCTION ' || k.castfunc::regprocedure
                  WHEN 'i' THEN 'WITH INOUT'
                  ELSE 'WITHOUT FUNCTION' END,
              CASE k.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END) AS create,
       format('DROP CAST (%s AS %s)', format_type(k.castsource, NULL), format_type(k.casttarget, NULL)) AS drop
FROM pg_cast k
JOIN pg_type source ON source.oid = k.castsource
JOIN pg_type target ON target.oid = k.casttarget
WHERE (source.typnamespace = ANY (:namespaces) OR target.typnamespace = ANY (:namespaces))
  AND (('pg_cast'::regclass)::oid, k.oid) NOT IN (SELECT m.classid, m.objid FROM members m)
UNION ALL
SELECT format('%s %s(%s)', routine.kind, routine.name, oidvectortypes(p.proargtypes)),
       pg_get_functiondef(p.oid),
       format('DROP %s %s(%s)', upper(routine.kind), routine.name, oidvectortypes(p.proargtypes))
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
CROSS JOIN LATERAL (
    SELECT CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END AS kind,
           CASE WHEN n.nspname = current_schema() THEN quote_ident(p.proname)
                ELSE format('%I.%I', n.nspname, p.proname) END AS name) routine
WHERE p.pronamespace = ANY (:namespaces)
  AND p.prokind IN ('f', 'p', 'w')
  AND (('pg_proc'::regclass)::oid, p.oid) NOT IN (SELECT m.classid, m.objid FROM members m)
UNION ALL
SELECT format('%s %s', view.kind, c.oid::regclass),
       format('CREATE %s %s AS%s%s', upper(view.kind), c.oid::regclass, chr(10), pg_get_viewdef(c.oid)),
       format('DROP %s %s', upper(view.kind), c.oid::regclass)
FROM pg_class c
CROSS JOIN LATERAL (SELECT CASE c.relkind WHEN 'm' THEN 'materialized view' ELSE 'view' END AS kind) view
WHERE c.relnamespace = ANY (:namespaces)
  AND c.relkind IN ('v', 'm')
  AND (('pg_class'::regclass)::oid, c.oid) NOT IN (SELECT m.classid, m.objid FROM members m)
UNION ALL
SELECT format('trigger %I on %s', t.tgname, c.oid::regclass),
       pg_get_triggerdef(t.oid, true),
       format('DROP TRIGGER %I ON %s', t.tgname, c.oid::regclass)
FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid
WHERE c.relnamespace = ANY (:namespaces)
  AND NOT t.tgisinternal
  AND t.tgparentid = 0 -- Partitions have copies of their parent's.
  AND (('pg_trigger'::regclass)::oid, t.oid) NOT IN (SELECT m.classid, m.objid FROM members m)
UNION ALL
SELECT format('type %s', type.name),
       format('CREATE TYPE %s AS (%s)', type.name, (
           SELECT string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' ORDER BY a.attnum)
           FROM pg_attribute a
           WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped)),
       format('DROP TYPE %s', type.name)
FROM pg_type t
JOIN pg_class c ON c.oid = t.typrelid
JOIN pg_namespace n ON n.oid = t.typnamespace
CROSS JOIN LATERAL (
    SELECT CASE WHEN n.nspname = current_schema() THEN quote_ident(t.typname)
                ELSE format('%I.%I', n.nspname, t.typname) END AS name) type
WHERE t.typnamespace = ANY (:namespaces)
  AND c.relkind = 'c'
  AND (('pg_type'::regclass)::oid, t.oid) NOT IN (SELECT m.classid, m.objid FROM members m)
