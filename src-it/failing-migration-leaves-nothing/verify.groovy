String log = new File(basedir, 'build.log').text

assert log.contains('[INFO] Running upgrade  -> 0001, users')
assert log.contains('[INFO] Running upgrade 0001 -> 0002, orders')
assert log.contains('relation "nowhere" does not exist')
assert log.contains('Upgraded by 1 revision in ')
assert log.readLines().findAll { it.startsWith('000') } == ['0001', '0002 (head)']
