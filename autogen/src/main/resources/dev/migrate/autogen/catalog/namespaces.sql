-- Every schema that objects can be read from; a session without temporary objects has no pg_temp yet.
SELECT n.oid AS id,
       n.nspname AS name,
       n.oid = pg_my_temp_schema() AS is_temporary
FROM pg_namespace n
