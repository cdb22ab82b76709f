String log = new File(basedir, 'build.log').text

assert log.contains('Upgraded by 1 revision in ')
assert log.contains('<base> -> 0001 (head), users')
assert log.readLines().contains('0001 (head)')
