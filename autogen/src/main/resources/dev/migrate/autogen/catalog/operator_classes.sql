-- Operator classes; a type's default need not be named.
SELECT o.oid AS id,
       CASE WHEN pg_opclass_is_visible(o.oid) THEN quote_ident(o.opcname)
            ELSE format('%I.%I', n.nspname, o.opcname) END AS name,
       o.opcdefault AS is_default
FROM pg_opclass o
JOIN pg_namespace n ON n.oid = o.opcnamespace
