-- The server's version, and how it resolves names on this connection.
SELECT current_setting('server_version_num')::int AS version,
       current_schema() AS default_schema,
       quote_ident(current_schema()) AS default_path,
       current_database() AS database,
       current_setting('search_path') AS search_path,
       current_setting('bytea_output') AS bytea_output,
       current_setting('extra_float_digits') AS extra_float_digits,
       current_setting('idle_in_transaction_session_timeout') AS idle_in_transaction_session_timeout,
       current_setting('intervalstyle') AS intervalstyle,
       current_setting('jit') AS jit,
       current_setting('quote_all_identifiers') AS quote_all_identifiers,
       current_setting('standard_conforming_strings') AS standard_conforming_strings
