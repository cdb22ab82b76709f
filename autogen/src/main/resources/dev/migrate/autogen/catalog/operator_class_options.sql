-- Parameters that index keys give to their operator class: gist_trgm_ops(siglen='32').
SELECT a.attrelid AS index_id,
       a.attnum AS position,
       (SELECT string_agg(quote_ident(o.option_name) || '=' || quote_literal(o.option_value), ', ')
        FROM pg_options_to_table(a.attoptions) o) AS options
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
WHERE c.relnamespace = ANY (:namespaces)
  AND c.relkind IN ('i', 'I')
  AND a.attoptions IS NOT NULL
