-- Casts, functions, procedures, views, triggers, policies, rules and composite types, by name and definition; and what has to
-- be given again to what is created anew: a materialized view's indexes, comments, the rights of others, an owner who is
-- somebody else, and whether a trigger or rule fires.
-- What has no definition here is known by its name alone.
-- Views of other schemas are read if they show something of these: they are in the way of a change, too.
WITH RECURSIVE members AS (SELECT d.classid, d.objid FROM pg_depend d WHERE d.deptype = 'e'),
shown AS (
    SELECT w.ev_class AS view, d.refobjid AS relation
    FROM pg_rewrite w
    JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refclassid = 'pg_class'::regclass
    WHERE w.rulename = '_RETURN'),
views AS (
    SELECT c.oid FROM pg_class c WHERE c.relnamespace = ANY (:namespaces) AND c.relkind IN ('v', 'm')
    UNION
    SELECT s.view FROM shown s JOIN pg_class c ON c.oid = s.relation WHERE c.relnamespace = ANY (:namespaces)
    UNION
    SELECT s.view FROM shown s JOIN views v ON v.oid = s.relation)
SELECT format('cast (%s as %s)', format_type(k.castsource, NULL), format_type(k.casttarget, NULL)) AS identity,
       format('CREATE CAST (%s AS %s) %s%s',
              format_type(k.castsource, NULL),
              format_type(k.casttarget, NULL),
              CASE k.castmethod
                  WHEN 'f' THEN 'WITH FUNCTION ' || k.castfunc::regprocedure
                  WHEN 'i' THEN 'WITH INOUT'
                  ELSE 'WITHOUT FUNCTION' END,
              CASE k.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END) AS create,
       format('DROP CAST (%s AS %s)', format_type(k.castsource, NULL), format_type(k.casttarget, NULL)) AS drop,
       '' AS appended,
       'pg_cast' AS catalog,
       k.oid AS id
FROM pg_cast k
JOIN pg_type source ON source.oid = k.castsource
JOIN pg_type target ON target.oid = k.casttarget
WHERE (source.typnamespace = ANY (:namespaces) OR target.typnamespace = ANY (:namespaces))
  AND (('pg_cast'::regclass)::oid, k.oid) NOT IN (SELECT m.classid, m.objid FROM members m)
UNION ALL
SELECT format(CASE p.prokind WHEN 'a' THEN '%s %s' ELSE '%s %s(%s)' END,
              routine.kind, routine.name, oidvectortypes(p.proargtypes)),
       CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) END,
       format('DROP %s', routine.signature),
       concat(
           format(E';\nCOMMENT ON %s IS ', routine.signature) || quote_literal(obj_description(p.oid, 'pg_proc')),
           -- Everybody may execute what is new (manual, 5.8 Privileges).
           (SELECT format(E';\nREVOKE ALL ON %s FROM PUBLIC', routine.signature)
            WHERE p.proacl IS NOT NULL AND NOT EXISTS (SELECT FROM aclexplode(p.proacl) r WHERE r.grantee = 0)),
           (SELECT string_agg(
                       format(E';\nGRANT %s ON %s TO %s%s', r.privilege_type, routine.signature,
                              r.grantee::regrole, CASE WHEN r.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END),
                       '' ORDER BY r.position)
            FROM aclexplode(p.proacl) WITH ORDINALITY r(grantor, grantee, privilege_type, is_grantable, position)
            WHERE r.grantee NOT IN (0, p.proowner)),
           CASE WHEN pg_get_userbyid(p.proowner) <> current_user
                THEN format(E';\nALTER %s OWNER TO %s', routine.signature, p.proowner::regrole) END),
       'pg_proc',
       p.oid
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
CROSS JOIN LATERAL (
    SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END AS kind,
           CASE WHEN n.nspname = current_schema() THEN quote_ident(p.proname)
                ELSE format('%I.%I', n.nspname, p.proname) END AS name) named
CROSS JOIN LATERAL (
    SELECT named.kind, named.name,
           format('%s %s(%s)', upper(named.kind COLLATE "C"), named.name, oidvectortypes(p.proargtypes)) AS signature) routine
WHERE p.pronamespace = ANY (:namespaces)
  AND (('pg_proc'::regclass)::oid, p.oid) NOT IN (SELECT m.classid, m.objid FROM members m)
UNION ALL
SELECT format('%s %s', view.kind, c.oid::regclass),
       format('CREATE %s %s%s AS%s%s', upper(view.kind COLLATE "C"), c.oid::regclass,
              ' WITH (' || array_to_string(c.reloptions, ', ') || ')', chr(10), pg_get_viewdef(c.oid)),
       format('DROP %s %s', upper(view.kind COLLATE "C"), c.oid::regclass),
       concat(
           (SELECT string_agg(format(E'\n%s;', pg_get_indexdef(i.indexrelid, 0, true)), '' ORDER BY i.indexrelid::regclass::text)
            FROM pg_index i
            WHERE i.indrelid = c.oid),
           (SELECT string_agg(
                       concat(
                           format(E'\nCOMMENT ON INDEX %s IS ', i.indexrelid::regclass)
                               || quote_literal(obj_description(i.indexrelid, 'pg_class')) || ';',
                           CASE WHEN i.indisclustered
                                THEN format(E'\nALTER MATERIALIZED VIEW %s CLUSTER ON %I;', c.oid::regclass, x.relname) END),
                       '' ORDER BY x.relname)
            FROM pg_index i
            JOIN pg_class x ON x.oid = i.indexrelid
            WHERE i.indrelid = c.oid),
           (SELECT string_agg(
                       format(E'\nALTER MATERIALIZED VIEW %s ALTER COLUMN %I SET STATISTICS %s;',
                              c.oid::regclass, a.attname, a.attstattarget),
                       '' ORDER BY a.attnum)
            FROM pg_attribute a
            WHERE a.attrelid = c.oid AND c.relkind = 'm' AND a.attnum > 0 AND NOT a.attisdropped AND a.attstattarget >= 0),
           (SELECT string_agg(
                       format(E'\nALTER VIEW %s ALTER COLUMN %I SET DEFAULT %s;',
                              c.oid::regclass, a.attname, pg_get_expr(d.adbin, d.adrelid)),
                       '' ORDER BY a.attnum)
            FROM pg_attrdef d
            JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
            WHERE d.adrelid = c.oid),
           format(E'\nCOMMENT ON %s %s IS ', upper(view.kind COLLATE "C"), c.oid::regclass)
               || quote_literal(obj_description(c.oid, 'pg_class')) || ';',
           (SELECT string_agg(
                       format(E'\nCOMMENT ON COLUMN %s.%I IS %L;', c.oid::regclass, a.attname, d.description),
                       '' ORDER BY a.attnum)
            FROM pg_description d
            JOIN pg_attribute a ON a.attrelid = d.objoid AND a.attnum = d.objsubid
            WHERE d.objoid = c.oid AND d.classoid = 'pg_class'::regclass),
           -- What ALTER DEFAULT PRIVILEGES gives to whatever is new.
           (SELECT string_agg(DISTINCT format(E'\nREVOKE ALL ON %s FROM %s;', c.oid::regclass, new.grantee), '')
            FROM pg_default_acl p
            CROSS JOIN LATERAL (
                SELECT CASE r.grantee WHEN 0 THEN 'PUBLIC' ELSE r.grantee::regrole::text END AS grantee
                FROM aclexplode(p.defaclacl) r
                WHERE r.grantee <> p.defaclrole
                  AND (r.grantee, r.privilege_type) NOT IN (
                      SELECT o.grantee, o.privilege_type FROM aclexplode(c.relacl) o)) new
            WHERE pg_get_userbyid(p.defaclrole) = current_user
              AND p.defaclobjtype = 'r'
              AND p.defaclnamespace IN (0, c.relnamespace)),
           (SELECT string_agg(
                       format(E'\nGRANT %s ON %s TO %s%s;', g.rights, c.oid::regclass, g.grantee,
                              CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END),
                       '' ORDER BY g.position, g.is_grantable)
            FROM (
                SELECT CASE r.grantee WHEN 0 THEN 'PUBLIC' ELSE r.grantee::regrole::text END AS grantee,
                       r.is_grantable,
                       min(r.position) AS position, -- Rights are listed in the order in which they were granted.
                       string_agg(r.privilege_type, ', ' ORDER BY r.privilege_type) AS rights
                FROM aclexplode(c.relacl)
                    WITH ORDINALITY r(grantor, grantee, privilege_type, is_grantable, position)
                WHERE r.grantee <> c.relowner
                GROUP BY r.grantee, r.is_grantable) g),
           (SELECT string_agg(
                       format(E'\nGRANT %s ON %s TO %s%s;', g.rights, c.oid::regclass, g.grantee,
                              CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END),
                       '' ORDER BY g.number, g.position, g.is_grantable)
            FROM (
                SELECT CASE r.grantee WHEN 0 THEN 'PUBLIC' ELSE r.grantee::regrole::text END AS grantee,
                       r.is_grantable,
                       a.attnum AS number,
                       min(r.position) AS position,
                       string_agg(format('%s (%I)', r.privilege_type, a.attname), ', ' ORDER BY r.privilege_type) AS rights
                FROM pg_attribute a
                CROSS JOIN LATERAL aclexplode(a.attacl)
                    WITH ORDINALITY r(grantor, grantee, privilege_type, is_grantable, position)
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND r.grantee <> c.relowner
                GROUP BY r.grantee, r.is_grantable, a.attnum) g),
           CASE WHEN pg_get_userbyid(c.relowner) <> current_user
                THEN format(E'\nALTER %s %s OWNER TO %s;', upper(view.kind COLLATE "C"), c.oid::regclass, c.relowner::regrole) END),
       'pg_class',
       c.oid
FROM pg_class c
CROSS JOIN LATERAL (SELECT CASE c.relkind WHEN 'm' THEN 'materialized view' ELSE 'view' END AS kind) view
WHERE c.oid IN (SELECT v.oid FROM views v)
  AND (('pg_class'::regclass)::oid, c.oid) NOT IN (SELECT m.classid, m.objid FROM members m)
UNION ALL
SELECT format('trigger %I on %s', t.tgname, c.oid::regclass),
       pg_get_triggerdef(t.oid, true),
       format('DROP TRIGGER %I ON %s', t.tgname, c.oid::regclass),
       concat(
           (SELECT format(E';\nALTER TABLE %s %s TRIGGER %I', c.oid::regclass, firing.switch, t.tgname)
            FROM (VALUES ('D', 'DISABLE'), ('A', 'ENABLE ALWAYS'), ('R', 'ENABLE REPLICA')) firing (state, switch)
            WHERE firing.state = t.tgenabled),
           -- Where its copy in a partition fires otherwise than a new one, from the top, since what is said reaches those below.
           (WITH RECURSIVE copies AS (
                SELECT t.oid, t.tgrelid, t.tgenabled, 0 AS depth, false AS differs
                UNION ALL
                SELECT p.oid, p.tgrelid, p.tgenabled, copies.depth + 1, p.tgenabled <> copies.tgenabled
                FROM copies
                JOIN pg_trigger p ON p.tgparentid = copies.oid)
            SELECT string_agg(
                       format(E';\nALTER TABLE %s %s TRIGGER %I', copies.tgrelid::regclass, firing.switch, t.tgname),
                       '' ORDER BY copies.depth, copies.tgrelid::regclass::text)
            FROM copies
            JOIN (VALUES ('O', 'ENABLE'), ('D', 'DISABLE'), ('A', 'ENABLE ALWAYS'), ('R', 'ENABLE REPLICA')) firing (state, switch)
                ON firing.state = copies.tgenabled
            WHERE copies.differs),
           format(E';\nCOMMENT ON TRIGGER %I ON %s IS ', t.tgname, c.oid::regclass)
               || quote_literal(obj_description(t.oid, 'pg_trigger'))),
       'pg_trigger',
       t.oid
FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid
WHERE (c.relnamespace = ANY (:namespaces) OR c.oid IN (SELECT v.oid FROM views v))
  AND NOT t.tgisinternal
  AND t.tgparentid = 0 -- Partitions have copies of their parent's.
  AND (('pg_trigger'::regclass)::oid, t.oid) NOT IN (SELECT m.classid, m.objid FROM members m)
  AND (('pg_class'::regclass)::oid, c.oid) NOT IN (SELECT m.classid, m.objid FROM members m)
UNION ALL
SELECT format('policy %I on %s', p.polname, c.oid::regclass),
       format('CREATE POLICY %I ON %s AS %s FOR %s TO %s%s%s', p.polname, c.oid::regclass,
              CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
              CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE'
                            ELSE 'ALL' END,
              (SELECT string_agg(CASE role WHEN 0 THEN 'PUBLIC' ELSE role::regrole::text END, ', ' ORDER BY role)
               FROM unnest(p.polroles) role),
              ' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')',
              ' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')'),
       format('DROP POLICY %I ON %s', p.polname, c.oid::regclass),
       concat(format(E';\nCOMMENT ON POLICY %I ON %s IS ', p.polname, c.oid::regclass)
              || quote_literal(obj_description(p.oid, 'pg_policy'))),
       'pg_policy',
       p.oid
FROM pg_policy p
JOIN pg_class c ON c.oid = p.polrelid
WHERE c.relnamespace = ANY (:namespaces)
  AND (('pg_class'::regclass)::oid, c.oid) NOT IN (SELECT m.classid, m.objid FROM members m)
UNION ALL
SELECT format('rule %I on %s', w.rulename, c.oid::regclass),
       rtrim(pg_get_ruledef(w.oid, true), ';'),
       format('DROP RULE %I ON %s', w.rulename, c.oid::regclass),
       concat(
           (SELECT format(E';\nALTER TABLE %s %s RULE %I', c.oid::regclass, firing.switch, w.rulename)
            FROM (VALUES ('D', 'DISABLE'), ('A', 'ENABLE ALWAYS'), ('R', 'ENABLE REPLICA')) firing (state, switch)
            WHERE firing.state = w.ev_enabled),
           format(E';\nCOMMENT ON RULE %I ON %s IS ', w.rulename, c.oid::regclass)
               || quote_literal(obj_description(w.oid, 'pg_rewrite'))),
       'pg_rewrite',
       w.oid
FROM pg_rewrite w
JOIN pg_class c ON c.oid = w.ev_class
WHERE (c.relnamespace = ANY (:namespaces) OR c.oid IN (SELECT v.oid FROM views v))
  AND w.rulename <> '_RETURN'
  AND (('pg_rewrite'::regclass)::oid, w.oid) NOT IN (SELECT m.classid, m.objid FROM members m)
  AND (('pg_class'::regclass)::oid, c.oid) NOT IN (SELECT m.classid, m.objid FROM members m)
UNION ALL
SELECT format('%srow level security on %s', switch.prefix, c.oid::regclass),
       format('ALTER TABLE %s %s ROW LEVEL SECURITY', c.oid::regclass, switch.turned_on),
       format('ALTER TABLE %s %s ROW LEVEL SECURITY', c.oid::regclass, switch.turned_off),
       '',
       NULL,
       NULL
FROM pg_class c
CROSS JOIN LATERAL (
    VALUES (c.relrowsecurity, '', 'ENABLE', 'DISABLE'), (c.relforcerowsecurity, 'forced ', 'FORCE', 'NO FORCE')
) switch (is_on, prefix, turned_on, turned_off)
WHERE c.relnamespace = ANY (:namespaces)
  AND switch.is_on
  AND (('pg_class'::regclass)::oid, c.oid) NOT IN (SELECT m.classid, m.objid FROM members m)
UNION ALL
-- Without an identity, rows of a published table can't be changed; without a key, all columns are one.
SELECT format('replica identity on %s', c.oid::regclass),
       format('ALTER TABLE %s REPLICA IDENTITY %s', c.oid::regclass,
              CASE c.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING'
                                  ELSE format('USING INDEX %I', x.relname) END),
       format('ALTER TABLE %s REPLICA IDENTITY %s', c.oid::regclass,
              CASE WHEN c.relreplident <> 'i' OR EXISTS (SELECT FROM pg_index p WHERE p.indrelid = c.oid AND p.indisprimary)
                   THEN 'DEFAULT' ELSE 'FULL' END),
       '',
       NULL,
       NULL
FROM pg_class c
LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisreplident
LEFT JOIN pg_class x ON x.oid = i.indexrelid
WHERE c.relnamespace = ANY (:namespaces)
  AND c.relkind IN ('r', 'p')
  AND (c.relreplident IN ('f', 'n') OR (c.relreplident = 'i' AND i.indexrelid IS NOT NULL))
  AND (('pg_class'::regclass)::oid, c.oid) NOT IN (SELECT m.classid, m.objid FROM members m)
UNION ALL
SELECT format('clustering on %s', c.oid::regclass),
       format('ALTER TABLE %s CLUSTER ON %I', c.oid::regclass, x.relname),
       format('ALTER TABLE %s SET WITHOUT CLUSTER', c.oid::regclass),
       '',
       NULL,
       NULL
FROM pg_class c
JOIN pg_index i ON i.indrelid = c.oid AND i.indisclustered
JOIN pg_class x ON x.oid = i.indexrelid
WHERE c.relnamespace = ANY (:namespaces)
  AND c.relkind = 'r'
  AND (('pg_class'::regclass)::oid, c.oid) NOT IN (SELECT m.classid, m.objid FROM members m)
UNION ALL
SELECT format('%s %s', named.kind, CASE WHEN n.nspname = current_schema() THEN quote_ident(named.name)
                                        ELSE format('%I.%I', n.nspname, named.name) END),
       NULL,
       '',
       '',
       named.classid::regclass::text,
       named.objid
FROM (
    SELECT 'collation' AS kind, collnamespace AS namespace, collname AS name,
           ('pg_collation'::regclass)::oid AS classid, oid AS objid
    FROM pg_collation
    UNION ALL
    SELECT 'foreign table', relnamespace, relname, ('pg_class'::regclass)::oid, oid FROM pg_class WHERE relkind = 'f'
    UNION ALL
    SELECT 'text search configuration', cfgnamespace, cfgname, ('pg_ts_config'::regclass)::oid, oid FROM pg_ts_config
    UNION ALL
    SELECT 'text search dictionary', dictnamespace, dictname, ('pg_ts_dict'::regclass)::oid, oid FROM pg_ts_dict) named
JOIN pg_namespace n ON n.oid = named.namespace
WHERE named.namespace = ANY (:namespaces)
  AND (named.classid, named.objid) NOT IN (SELECT m.classid, m.objid FROM members m)
UNION ALL
SELECT format('event trigger %I', t.evtname), NULL, '', '', NULL, NULL
FROM pg_event_trigger t
WHERE (('pg_event_trigger'::regclass)::oid, t.oid) NOT IN (SELECT m.classid, m.objid FROM members m)
UNION ALL
SELECT format('publication %I', pubname), NULL, '', '', NULL, NULL FROM pg_publication
UNION ALL
SELECT format('type %s', type.name),
       format('CREATE TYPE %s AS (%s)', type.name, (
           SELECT string_agg(
                      format('%I %s%s', a.attname, format_type(a.atttypid, a.atttypmod),
                             CASE WHEN a.attcollation <> o.typcollation
                                  THEN ' COLLATE ' || a.attcollation::regcollation END),
                      ', ' ORDER BY a.attnum)
           FROM pg_attribute a
           JOIN pg_type o ON o.oid = a.atttypid
           WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped)),
       format('DROP TYPE %s', type.name),
       '',
       'pg_type',
       t.oid
FROM pg_type t
JOIN pg_class c ON c.oid = t.typrelid
JOIN pg_namespace n ON n.oid = t.typnamespace
CROSS JOIN LATERAL (
    SELECT CASE WHEN n.nspname = current_schema() THEN quote_ident(t.typname)
                ELSE format('%I.%I', n.nspname, t.typname) END AS name) type
WHERE t.typnamespace = ANY (:namespaces)
  AND c.relkind = 'c'
  AND (('pg_type'::regclass)::oid, t.oid) NOT IN (SELECT m.classid, m.objid FROM members m)
