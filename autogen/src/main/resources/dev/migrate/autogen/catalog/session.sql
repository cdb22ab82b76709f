-- The server's version, and how it resolves names on this connection.
SELECT current_setting('server_version_num')::int AS version,
       current_schema() AS default_schema,
       quote_ident(current_schema()) AS default_path,
       current_setting('search_path') AS search_path,
       current_setting('jit') AS jit,
       current_database() AS database
