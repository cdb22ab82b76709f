// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert log.count('on project database-out-of-date: Target database is not up to date. Database is at 0001, expected 0002 (head).'
        + ' Run: mvn migrate:upgrade -> [Help 1]') == 2
assert log.contains('on project database-out-of-date: Database is at 0001, expected 0002 (head). Run: mvn migrate:upgrade')
assert new File(basedir, 'src/main/java/db/migrations').list().length == 2
