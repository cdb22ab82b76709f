// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert log =~ /migrate-maven-plugin:[^:]+:upgrade \(database\)/
assert log =~ /migrate-maven-plugin:[^:]+:check \(database\)/
assert log.count('(default-compile)') == 2
assert log.contains('[INFO] Running upgrade  -> 0001, customers')
