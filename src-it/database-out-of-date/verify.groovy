String log = new File(basedir, 'build.log').text

assert log.count('on project database-out-of-date: Target database is not up to date.') == 2
assert log.contains('on project database-out-of-date: Database is at 0001, expected 0002 (head). Run: mvn migrate:upgrade')
assert new File(basedir, 'src/main/java/db/migrations').list().length == 2
