// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert new File(basedir, 'store/src/main/java/db/migrations/R0001_First.java').text.contains('column("display_name", varchar(120)).notNull()')
assert log.contains('[INFO] Running upgrade  -> 0001, first')
assert log.contains('[INFO] Verified 1 revision: up, down and up again; the schema is what the entities declare.')
assert log.contains('[INFO] Running downgrade 0001 -> base, first')
// The only warning is the user's business: what the way back loses.
assert log.findAll(/\[WARNING\].*/) == ['[WARNING] This downgrade loses data:']
assert log.contains('  0001 (first): The rows of product are lost')
