-- The server's version, and how it resolves names on this connection.
SELECT current_setting('server_version_num')::int / 10000 AS major,
       current_setting('server_version') AS version,
       current_schema() AS default_schema,
       quote_ident(current_schema()) AS default_path,
       current_setting('search_path') AS search_path,
       current_database() AS database
