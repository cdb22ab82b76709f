import groovy.json.JsonSlurper

// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

// -q leaves what the goals print as data.
assert log.contains('''0002 -> 0004 (head), goals
0002 -> 0003 (head), invoices
0001 -> 0002 (branchpoint), orders
<base> -> 0001, users
0003 (head)
0004 (head)
0002 (branchpoint)
     -> 0003 (head)
     -> 0004 (head)
''')

String script = new File(basedir, 'target/up.sql').text
assert script.contains('CREATE TABLE users') && script.contains('CREATE TABLE invoices')
assert !script.contains('CREATE TABLE goals')

def current = new JsonSlurper().parseText(log.substring(log.indexOf('{\n  "current"')).replaceAll(/(?s)\n}.*/, '\n}'))
assert current.current*.id == ['0003', '0004']
assert current.upToDate

assert log.readLines().contains('0002 (branchpoint)')
assert log.contains('[WARNING] -Dmigrate.revsion is no parameter of any goal: ignored.')
assert log.contains('Nothing to do. The database is at 0002 (branchpoint).')

assert log.contains('Revision 0002 exists already: R0002_Orders.java. Give another -Dmigrate.revId.')
assert log.contains('''* 0004 (head), goals
| * 0003 (head), invoices
|/
* 0002 (branchpoint), orders
* 0001, users
''')

// history, and current of a database where nothing is applied.
assert log.count('[INFO] No migration was found in the package db.migration. Write one with mvn migrate:autogenerate or'
        + ' migrate:revision, or correct packages.') == 2
