String log = new File(basedir, 'build.log').text

assert log =~ /migrate-maven-plugin:[^:]+:upgrade \(database\)/
assert log =~ /migrate-maven-plugin:[^:]+:check \(database\)/
assert log.count('(default-compile)') == 2
assert log.contains('[INFO] Running upgrade  -> 0001, customers')
