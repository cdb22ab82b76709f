-- What needs what, to the column (manual, 5.15 Dependency Tracking; pg_depend). What is only a form of something else is that:
-- a view's rule the view, an index behind a constraint the constraint, a domain's check the domain, an array type its elements'
-- type, a row type its table or view, a formula its column. Of system objects nobody needs to know, and what tables say
-- themselves isn't read again: the types and defaults of columns, and the columns of plain indexes and of constraints, unless
-- they hold rows, whose fields a check may ask for.
WITH forms AS MATERIALIZED (
    SELECT 'pg_rewrite'::regclass AS catalog, w.oid AS id, 'pg_class'::regclass AS of_catalog, w.ev_class AS of_id, 0 AS of_part
    FROM pg_rewrite w
    WHERE w.rulename = '_RETURN' AND w.oid >= 16384
    UNION ALL
    SELECT 'pg_attrdef'::regclass, d.oid, 'pg_class'::regclass, d.adrelid, d.adnum
    FROM pg_attrdef d
    JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
    WHERE a.attgenerated <> ''
    UNION ALL
    SELECT 'pg_class'::regclass, k.conindid, 'pg_constraint'::regclass, k.oid, 0
    FROM pg_constraint k
    WHERE k.contype IN ('p', 'u', 'x') AND k.oid >= 16384
    UNION ALL
    SELECT 'pg_constraint'::regclass, k.oid, 'pg_type'::regclass, k.contypid, 0
    FROM pg_constraint k
    WHERE k.contypid <> 0 AND k.oid >= 16384
    UNION ALL
    SELECT 'pg_class'::regclass, c.oid, 'pg_type'::regclass, c.reltype, 0
    FROM pg_class c
    WHERE c.relkind = 'c' AND c.oid >= 16384
    UNION ALL
    SELECT 'pg_type'::regclass, t.oid,
           CASE WHEN c.oid IS NULL THEN 'pg_type'::regclass ELSE 'pg_class'::regclass END, coalesce(c.oid, element.oid), 0
    FROM pg_type t
    JOIN pg_type element ON element.oid = CASE WHEN t.typelem <> 0 AND t.typlen = -1 THEN t.typelem ELSE t.oid END
    LEFT JOIN pg_class c ON c.oid = element.typrelid AND c.relkind <> 'c'
    WHERE t.oid >= 16384 AND (c.oid IS NOT NULL OR element.oid <> t.oid))
SELECT coalesce(dependent.of_catalog, d.classid)::regclass AS dependent_catalog,
       coalesce(dependent.of_id, d.objid) AS dependent_id,
       coalesce(dependent.of_part, d.objsubid) AS dependent_part,
       coalesce(needed.of_catalog, d.refclassid)::regclass AS needed_catalog,
       coalesce(needed.of_id, d.refobjid) AS needed_id,
       coalesce(needed.of_part, d.refobjsubid) AS needed_part,
       d.deptype AS kind
FROM pg_depend d
LEFT JOIN forms dependent ON dependent.catalog = d.classid AND dependent.id = d.objid
LEFT JOIN forms needed ON needed.catalog = d.refclassid AND needed.id = d.refobjid
WHERE d.objid >= 16384
  AND d.refobjid >= 16384
  AND d.deptype IN ('n', 'a', 'P', 'S')
  AND d.refclassid IN ('pg_class'::regclass, 'pg_type'::regclass, 'pg_proc'::regclass, 'pg_constraint'::regclass)
  AND CASE d.classid
          WHEN 'pg_class'::regclass THEN
              d.objid IN (
                  SELECT i.indexrelid FROM pg_index i WHERE i.indexprs IS NOT NULL OR i.indpred IS NOT NULL
                  UNION ALL
                  SELECT c.oid FROM pg_class c WHERE c.relkind IN ('c', 'v', 'm'))
              OR (d.objid, d.objsubid) IN (SELECT a.attrelid, a.attnum FROM pg_attribute a WHERE a.attgenerated <> '') -- before 15
          WHEN 'pg_attrdef'::regclass THEN dependent.id IS NOT NULL
          WHEN 'pg_constraint'::regclass THEN
              d.refclassid <> 'pg_class'::regclass
              OR (d.refobjid, d.refobjsubid) IN (
                  SELECT a.attrelid, a.attnum
                  FROM pg_attribute a
                  JOIN pg_type t ON t.oid = a.atttypid
                  WHERE t.typtype IN ('c', 'd') AND t.oid >= 16384)
          ELSE true END
