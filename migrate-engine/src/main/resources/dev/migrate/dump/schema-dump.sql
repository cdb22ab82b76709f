-- One line for each fact of each object that somebody created: the object's name, then what is said of it.
-- Runs with an empty search_path, so that PostgreSQL qualifies every name it prints. The server's own objects, by far the
-- most, have OIDs below 16384.
WITH members AS ( -- Of extensions. Asked for with NOT IN, which looks each up in a table of hashes.
    SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
),
own_schemas AS (
    SELECT oid, nspname, obj_description(oid, 'pg_namespace') AS comment, nspacl,
           oid IN (SELECT m.objid FROM members m WHERE m.classid = 'pg_namespace'::regclass) AS is_member
    FROM pg_namespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
),
relations AS (
    SELECT c.*, format('%I.%I', s.nspname, c.relname) AS name
    FROM pg_class c JOIN own_schemas s ON s.oid = c.relnamespace
    WHERE c.oid >= 16384
      AND c.oid NOT IN (SELECT m.objid FROM members m WHERE m.classid = 'pg_class'::regclass)
      -- Of a composite type, the type is the member.
      AND c.reltype NOT IN (SELECT m.objid FROM members m WHERE m.classid = 'pg_type'::regclass)
),
columns AS (
    SELECT r.name, r.relkind, a.*, t.typstorage, t.typcollation,
           CASE WHEN a.attlen = -1 THEN to_jsonb(a) ->> 'attcompression' END AS compression, -- Since 14.
           pg_get_expr(d.adbin, d.adrelid) AS expression,
           -- Not pg_get_serial_sequence, which may name another that the column owns.
           (SELECT d.objid::regclass::text FROM pg_depend d
            WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
              AND d.classid = 'pg_class'::regclass AND d.deptype = 'i') AS serial
    FROM relations r
        JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
        JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE r.relkind IN ('r', 'p', 'f', 'v', 'm', 'c') AND a.attrelid >= 16384
),
parameters AS ( -- Of indexes, as PostgreSQL prints them: in the order in which they were set, which nothing depends on.
    SELECT r.oid,
           format(' WITH (%s)', string_agg(o.text, ', ' ORDER BY o.place)) AS as_set,
           format(' WITH (%s)', string_agg(o.text, ', ' ORDER BY o.text COLLATE "C")) AS sorted
    FROM relations r, LATERAL (
        SELECT o.place, option_name || '=' || CASE quote_ident(option_value) WHEN option_value THEN option_value
                                                   ELSE quote_literal(option_value) END
        FROM unnest(r.reloptions) WITH ORDINALITY o(text, place), pg_options_to_table(ARRAY[o.text])
    ) o(place, text)
    WHERE r.relkind IN ('i', 'I') AND cardinality(r.reloptions) > 1
    GROUP BY r.oid
)
SELECT name, fact FROM (
    SELECT format('%I', nspname), '0 schema' || coalesce(' acl ' || nspacl::text, '') FROM own_schemas WHERE NOT is_member
    UNION ALL
    SELECT format('%I', nspname), '9 comment ' || quote_literal(comment) FROM own_schemas WHERE comment IS NOT NULL AND NOT is_member
    UNION ALL
    SELECT extname,
           '0 extension in ' || n.nspname
           || CASE WHEN e.extversion = a.default_version THEN '' ELSE ' version ' || e.extversion END
           || CASE WHEN obj_description(e.oid, 'pg_extension') IS DISTINCT FROM a.comment
                   THEN ' comment ' || coalesce(quote_literal(obj_description(e.oid, 'pg_extension')), '') ELSE '' END
    FROM pg_extension e
        JOIN pg_namespace n ON n.oid = e.extnamespace
        LEFT JOIN pg_available_extensions a ON a.name = e.extname
    WHERE e.extname <> 'plpgsql'

    -- Tables, views
    UNION ALL
    SELECT name,
           '0 ' || CASE relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table' WHEN 'f' THEN 'foreign table'
                                WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' ELSE 'composite type' END
           || CASE relpersistence WHEN 'u' THEN ' unlogged' ELSE '' END
           || coalesce(' ' || pg_get_partkeydef(oid), '')
           || coalesce(' partition ' || pg_get_expr(relpartbound, oid), '')
           || coalesce(' options ' || (SELECT array_agg(o ORDER BY o)::text FROM unnest(reloptions) o), '')
           || coalesce(' toast options ' || (SELECT array_agg(o ORDER BY o)::text
                                             FROM pg_class t, unnest(t.reloptions) o WHERE t.oid = reltoastrelid), '')
           || coalesce(' tablespace ' || (SELECT spcname FROM pg_tablespace WHERE pg_tablespace.oid = reltablespace), '')
           || CASE WHEN relrowsecurity THEN ' row level security' ELSE '' END
           || CASE WHEN relforcerowsecurity THEN ' forced' ELSE '' END
           || CASE WHEN relkind = 'm' AND NOT relispopulated THEN ' not populated' ELSE '' END
           || coalesce(' acl ' || relacl::text, '')
    FROM relations WHERE relkind IN ('r', 'p', 'f', 'v', 'm', 'c')
    UNION ALL
    SELECT r.name, '1 inherits ' || i.inhseqno || ' ' || i.inhparent::regclass
    FROM relations r JOIN pg_inherits i ON i.inhrelid = r.oid WHERE r.relkind IN ('r', 'p', 'f')
    UNION ALL
    SELECT name, '2 as ' || ltrim(pg_get_viewdef(oid)) FROM relations WHERE relkind IN ('v', 'm')
    UNION ALL
    SELECT name, '9 comment ' || quote_literal(obj_description(oid, 'pg_class'))
    FROM relations WHERE relkind NOT IN ('i', 'I') AND obj_description(oid, 'pg_class') IS NOT NULL

    -- Columns
    UNION ALL
    SELECT name,
           '3 column ' || quote_ident(attname) || ' ' || format_type(atttypid, atttypmod)
           || CASE WHEN attcollation <> typcollation THEN ' collate ' || attcollation::regcollation ELSE '' END
           || CASE WHEN attnotnull THEN ' not null' ELSE '' END
           || CASE attgenerated WHEN 's' THEN ' stored ' || expression
                                WHEN 'v' THEN ' virtual ' || expression
                                ELSE coalesce(' default ' || expression, '') END
           || CASE attidentity WHEN 'a' THEN ' identity always' WHEN 'd' THEN ' identity by default' ELSE '' END
           || coalesce(' ' || serial, '') -- A partition takes its values from its table's sequence.
           || CASE WHEN attstorage <> typstorage THEN ' storage ' || attstorage::text ELSE '' END
           || CASE WHEN compression <> '' THEN ' compression ' || compression ELSE '' END
           || CASE WHEN attislocal THEN '' ELSE ' inherited' END
           || coalesce(' acl ' || attacl::text, '')
    FROM columns
    UNION ALL
    SELECT name, '4 comment on column ' || quote_ident(attname) || ' ' || quote_literal(col_description(attrelid, attnum))
    FROM columns WHERE col_description(attrelid, attnum) IS NOT NULL

    -- Constraints and indexes
    UNION ALL
    SELECT r.name,
           '5 constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(k.oid)
           || CASE WHEN k.conislocal THEN '' ELSE ' inherited' END
           || coalesce(' comment ' || quote_literal(obj_description(k.oid, 'pg_constraint')), '')
    FROM relations r JOIN pg_constraint k ON k.conrelid = r.oid WHERE k.contype <> 't'
    UNION ALL
    SELECT r.name,
           '6 index ' || coalesce(replace(pg_get_indexdef(x.oid), p.as_set, p.sorted), pg_get_indexdef(x.oid))
           || CASE WHEN i.indisvalid THEN '' ELSE ' invalid' END
           || CASE WHEN i.indisclustered THEN ' clustered' ELSE '' END
           || CASE WHEN i.indisreplident THEN ' replica identity' ELSE '' END
           || coalesce(' attached to ' || (SELECT inhparent::regclass::text FROM pg_inherits WHERE inhrelid = i.indexrelid), '')
           || coalesce(' tablespace ' || (SELECT spcname FROM pg_tablespace WHERE pg_tablespace.oid = x.reltablespace), '')
           || coalesce(' comment ' || quote_literal(obj_description(i.indexrelid, 'pg_class')), '')
    FROM relations r
        JOIN pg_index i ON i.indrelid = r.oid
        JOIN pg_class x ON x.oid = i.indexrelid
        LEFT JOIN parameters p ON p.oid = x.oid
    UNION ALL
    SELECT r.name,
           '6 statistics ' || coalesce(replace(pg_get_statisticsobjdef(s.oid), ' ON ' || p.as_numbered, ' ON ' || p.sorted),
                                       pg_get_statisticsobjdef(s.oid))
           || coalesce(' target ' || nullif(s.stxstattarget, -1), '')
           || coalesce(' comment ' || quote_literal(obj_description(s.oid, 'pg_statistic_ext')), '')
    FROM relations r
        JOIN pg_statistic_ext s ON s.stxrelid = r.oid
        CROSS JOIN LATERAL (
            SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS as_numbered,
                   string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) AS sorted
            FROM pg_attribute a WHERE a.attrelid = s.stxrelid AND a.attnum = ANY (s.stxkeys)) p

    -- Triggers, policies, rules
    UNION ALL
    SELECT r.name,
           '7 trigger ' || t.tgenabled::text || ' ' || pg_get_triggerdef(t.oid)
           || coalesce(' comment ' || quote_literal(obj_description(t.oid, 'pg_trigger')), '')
    FROM relations r JOIN pg_trigger t ON t.tgrelid = r.oid WHERE NOT t.tgisinternal
    UNION ALL
    SELECT r.name,
           format('8 policy %I %s for %s to %s using (%s) with check (%s)',
                  p.polname, CASE WHEN p.polpermissive THEN 'permissive' ELSE 'restrictive' END, p.polcmd,
                  (SELECT string_agg(CASE role WHEN 0 THEN 'public' ELSE role::regrole::text END, ',' ORDER BY role)
                   FROM unnest(p.polroles) role),
                  pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
           || coalesce(' comment ' || quote_literal(obj_description(p.oid, 'pg_policy')), '')
    FROM relations r JOIN pg_policy p ON p.polrelid = r.oid
    UNION ALL
    SELECT r.name, '8 rule ' || pg_get_ruledef(w.oid)
    FROM relations r JOIN pg_rewrite w ON w.ev_class = r.oid WHERE w.rulename <> '_RETURN'

    -- Sequences
    UNION ALL
    SELECT r.name,
           format('0 sequence %s start %s increment %s min %s max %s cache %s%s',
                  s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache,
                  CASE WHEN s.seqcycle THEN ' cycle' ELSE '' END)
           || coalesce((SELECT format(' %s %s.%I', CASE d.deptype WHEN 'i' THEN 'identity of' ELSE 'owned by' END,
                                      d.refobjid::regclass, a.attname)
                        FROM pg_depend d JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                        WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.deptype IN ('a', 'i')
                          AND d.refclassid = 'pg_class'::regclass), '')
           || coalesce(' acl ' || r.relacl::text, '')
    FROM relations r JOIN pg_sequence s ON s.seqrelid = r.oid

    -- Types
    UNION ALL
    SELECT format('%I.%I', s.nspname, t.typname),
           CASE t.typtype
               WHEN 'e' THEN '0 enum ' || (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder)
                                           FROM pg_enum WHERE enumtypid = t.oid)
               WHEN 'r' THEN '0 range over ' || (SELECT format_type(rngsubtype, NULL) FROM pg_range WHERE rngtypid = t.oid)
               ELSE '0 domain ' || format_type(t.typbasetype, t.typtypmod)
                   || CASE WHEN t.typcollation <> b.typcollation THEN ' collate ' || t.typcollation::regcollation ELSE '' END
                   || CASE WHEN t.typnotnull THEN ' not null' ELSE '' END
                   || coalesce(' default ' || t.typdefault, '') END
           || coalesce(' comment ' || quote_literal(obj_description(t.oid, 'pg_type')), '')
    FROM pg_type t JOIN own_schemas s ON s.oid = t.typnamespace LEFT JOIN pg_type b ON b.oid = t.typbasetype
    WHERE t.oid >= 16384 AND t.typtype IN ('e', 'r', 'd')
      AND t.oid NOT IN (SELECT m.objid FROM members m WHERE m.classid = 'pg_type'::regclass)
    UNION ALL
    SELECT k.contypid::regtype::text,
           '5 constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(k.oid)
           || coalesce(' comment ' || quote_literal(obj_description(k.oid, 'pg_constraint')), '')
    FROM pg_constraint k JOIN own_schemas s ON s.oid = k.connamespace
    WHERE k.contypid <> 0
      AND k.contypid NOT IN (SELECT m.objid FROM members m WHERE m.classid = 'pg_type'::regclass)

    -- Functions, procedures, aggregates, casts
    UNION ALL
    SELECT p.oid::regprocedure::text,
           '0 ' || CASE WHEN p.prokind = 'a' THEN 'aggregate' ELSE rtrim(pg_get_functiondef(p.oid), E'\n') END
           || coalesce(' comment ' || quote_literal(obj_description(p.oid, 'pg_proc')), '')
           || coalesce(' acl ' || p.proacl::text, '')
    FROM pg_proc p JOIN own_schemas s ON s.oid = p.pronamespace
    WHERE p.oid >= 16384
      AND p.oid NOT IN (SELECT m.objid FROM members m WHERE m.classid = 'pg_proc'::regclass)
    UNION ALL
    SELECT format('cast (%s AS %s)', c.castsource::regtype, c.casttarget::regtype),
           '0 cast ' || c.castmethod::text || c.castcontext::text || CASE c.castfunc WHEN 0 THEN '' ELSE ' ' || c.castfunc::regprocedure END
           || coalesce(' comment ' || quote_literal(obj_description(c.oid, 'pg_cast')), '')
    FROM pg_cast c
    WHERE c.oid >= 16384
      AND c.oid NOT IN (SELECT m.objid FROM members m WHERE m.classid = 'pg_cast'::regclass)
) facts (name, fact)
ORDER BY name COLLATE "C", fact COLLATE "C"
