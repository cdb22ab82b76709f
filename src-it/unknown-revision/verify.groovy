String log = new File(basedir, 'build.log').text

assert log.contains("Can't locate revision identified by '0003'")
assert log.contains("Can't locate revision identified by '2f'")
assert log.contains('Revision ID: 0001')
