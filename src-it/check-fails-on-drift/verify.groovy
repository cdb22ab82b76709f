String log = new File(basedir, 'build.log').text

String message = 'on project check-fails-on-drift: The entities and the schema differ:'
assert log.count(message) == 2
assert log.count('ALTER TABLE customers ADD COLUMN email') == 2
assert log.contains('mvn migrate:autogenerate')
