-- Installed extensions; plpgsql is in every database from the start.
SELECT e.extname AS name
FROM pg_extension e
WHERE e.extname <> 'plpgsql'
