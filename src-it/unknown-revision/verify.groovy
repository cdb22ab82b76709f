// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert log.contains("on project unknown-revision: Can't locate revision identified by '0003'. It was given as a target, and is no"
        + ' id or label of the only revision; nearest: 0001. List all with mvn migrate:history. -> [Help 1]')
assert log.contains("on project unknown-revision: Can't locate revision identified by '2f'. It was given as a target, and is no"
        + ' id or label of the only revision. List all with mvn migrate:history. -> [Help 1]')
// A prefix of the id is enough.
assert log.contains('''Rev: 0001 (head)
Parent: <base>
Path: R0001_Users.java
Created: 2026-01-11T10:00:00Z

    users
''')
