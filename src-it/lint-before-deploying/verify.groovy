import groovy.json.JsonSlurper

// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert log.contains('on project lint-before-deploying: No database to ask what is pending. Give its URL with -Dmigrate.url=…;'
        + ' or say which revisions are meant: -Dmigrate.range=REVISION: for those after it, -Dmigrate.range=: for all.')
assert log.contains('''
0002 (tidy)
  error index-not-concurrent: Building ix_users_name reads all of users: writes wait until it is done (SHARE).
    Instead: index(…).on(…).concurrently(), as the last operation of its revision. Not for a partitioned table: there CREATE INDEX … ON ONLY it, concurrently() on each partition, ALTER INDEX … ATTACH PARTITION.
  error drop-column: The values of users.email are lost, and whoever still uses it fails.
    Instead: Deploy the application that no longer maps it first; make it nullable in that deployment; drop it in the next.

2 errors in 1 revision.
''')
assert log.contains('on project lint-before-deploying: 2 errors in 1 revision. Write what is safer (docs/lint.md), or decide:'
        + ' <lintIgnore> takes revision:rule=reason.')
assert log.contains('\nNo hazards in 2 revisions.\n')
assert log.contains('\nNo hazards (2 ignored) in 1 revision.\n')

def json = new JsonSlurper().parse(new File(basedir, 'target/lint.json'))
assert json.revisions == ['0002']
assert json.hazards*.rule == ['index-not-concurrent', 'drop-column']
assert json.hazards*.object == ['ix_users_name', 'users.email']
assert json.ignored == []
