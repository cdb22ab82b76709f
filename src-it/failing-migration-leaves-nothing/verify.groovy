// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert log.contains('[INFO] Running upgrade  -> 0001, users')
assert log.contains('[INFO] Running upgrade 0001 -> 0002, orders')
assert log.contains('''on project failing-migration: The upgrade of revision 0002 (orders) failed at statement 2:
[ERROR]   UPDATE nowhere SET id = 1
[ERROR]   ERROR: relation "nowhere" does not exist
[ERROR]     Position: 8
[ERROR] Migration: db.migrations.R0002_Orders (R0002_Orders.java:17)
[ERROR] It was rolled back and left nothing behind; the database is at 0001.
[ERROR] Correct the cause and run mvn migrate:upgrade again.''')
assert log.contains('Upgraded by 1 revision in ')
assert log.readLines().findAll { it.startsWith('000') } == ['0001', '0002 (head)']
