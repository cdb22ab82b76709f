// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert log.count('''on project check-fails-on-drift: The entities and the schema differ:
[ERROR]   - Added column customers.email
[ERROR] Write the migration with mvn migrate:autogenerate, or correct the entities.''') == 2
