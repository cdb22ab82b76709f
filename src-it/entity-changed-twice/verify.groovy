// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

File migrations = new File(basedir, 'src/main/java/db/migrations')
assert new File(migrations, 'R0001_Customers.java').text.contains('createTable(table("customers")')
assert new File(migrations, 'R0002_Email.java').text.contains('addColumn("customers"')
String renaming = new File(migrations, 'R0003_FullName.java').text
assert renaming.contains('op.renameColumn("customers", "name", "full_name")')
assert renaming.contains('op.renameColumn("customers", "full_name", "name")')
assert log.contains('[INFO] Running upgrade 0001 -> 0002, email')
assert log.contains('[INFO] Running upgrade 0002 -> 0003, full name')
assert log.contains('[INFO] Running downgrade 0003 -> 0002, full name')
assert log.contains('[INFO] Running downgrade 0002 -> 0001, email')

assert log.readLines().contains('0003 (head)')
assert !log.contains('0004 (head)')

String changed = 'Revision 0002 (email) was changed after it was applied: it no longer does what it did here. Put it back,' +
        ' and write what is new as another revision: mvn migrate:revision'
assert log.readLines().contains(changed)
assert log.contains('[WARNING] ' + changed)
assert log =~ /Path: R0002_Email.java\nCreated: \S+\nChanged: after it was applied: it no longer does what it did\n/
assert log.contains('''
  "changed": [
    "0002"
  ]
}''')
