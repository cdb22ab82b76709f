// The bookkeeping's checksums are the engine's own business.
List<String> statements(File script) {
    script.text.replaceAll('(?s)\nDO \\$migrate\\$.*?\n\\$migrate\\$;\n', '')
            .replaceAll('\nINSERT INTO migrate_journal [^;]*;\n', '')
            .readLines().findAll { !it.isEmpty() }
}

File up = new File(basedir, 'target/up.sql')
assert statements(up).join('\n').contains('''CREATE TABLE IF NOT EXISTS migrate_version (
    revision varchar(64) NOT NULL PRIMARY KEY
);''')
assert statements(up).join('\n').endsWith('''-- Running upgrade  -> 0001, users
BEGIN;
CREATE TABLE users (
    id bigint NOT NULL,
    email varchar(320),
    CONSTRAINT pk_users PRIMARY KEY (id)
);
COMMIT;
-- Running upgrade 0001 -> 0002, index on email
BEGIN;
COMMIT;
SET lock_timeout = 600000;
CREATE INDEX CONCURRENTLY ix_users_email ON users (email);
SET migrate.failed = :'ERROR';
SET lock_timeout = 5000;
BEGIN;
COMMIT;''')
assert up.text.contains("INSERT INTO migrate_version (revision) VALUES ('0001');")
assert up.text.contains("UPDATE migrate_version SET revision = '0002' WHERE revision = '0001';")

File down = new File(basedir, 'target/down.sql')
assert down.text.contains("RAISE EXCEPTION 'This script starts at %, but the database is at %', '0002', coalesce(nullif(found, ''), 'base');")
assert statements(down).join('\n') == '''\\set ON_ERROR_STOP on \\set ON_ERROR_ROLLBACK off \\set AUTOCOMMIT on
-- For PostgreSQL 18
SET client_encoding = 'UTF8';
SET DateStyle = 'ISO';
SET standard_conforming_strings = on;
SET row_security = off;
SET extra_float_digits = 1;
SET default_transaction_isolation = 'read committed';
SET default_transaction_read_only = off;
SET lock_timeout = 5000;
-- Running downgrade 0002 -> 0001, index on email
BEGIN;
COMMIT;
SET lock_timeout = 600000;
DROP INDEX CONCURRENTLY ix_users_email;
SET migrate.failed = :'ERROR';
SET lock_timeout = 5000;
BEGIN;
COMMIT;
-- Running downgrade 0001 -> base, users
BEGIN;
DROP TABLE users;
COMMIT;'''
assert down.text.contains("UPDATE migrate_version SET revision = '0001' WHERE revision = '0002';")
assert down.text.contains("DELETE FROM migrate_version WHERE revision = '0001';")

assert new File(basedir, 'target/older.sql').text.contains('-- For PostgreSQL 13\n')

// Nothing was started to write them.
assert new File(basedir, 'target/migrate').list().every { it.startsWith('classes') }
