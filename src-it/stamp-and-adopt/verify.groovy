// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert log.contains('''on project stamp-and-adopt: The upgrade of revision 0001 (users) failed at statement 1:
[ERROR]   CREATE TABLE users (id bigint PRIMARY KEY)
[ERROR]   ERROR: relation "users" already exists
[ERROR] Migration: db.migrations.R0001_Users (R0001_Users.java:15)
[ERROR] It was rolled back and left nothing behind; the database is at base.
[ERROR] Correct the cause and run mvn migrate:upgrade again.
[ERROR] If the database has what this revision makes already, by other means, declare it to be there: mvn migrate:stamp -Dmigrate.revision=0001
[ERROR] -> [Help 1]''')
assert log.contains('[INFO] Stamped. The database is at 0002 (head).')
assert log.readLines().contains('0002 (head)')
assert log.contains('[INFO] Nothing to do. The database is at 0002 (head).')
assert log.contains('[INFO] Running downgrade 0002 -> 0001, orders')
assert log.contains('[INFO] Running upgrade 0001 -> 0002, orders')
