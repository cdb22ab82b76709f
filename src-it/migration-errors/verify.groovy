String log = new File(basedir, 'build.log').text

assert log.contains('db.noconstructor.R0001_Sized')
assert log.contains('constructor without parameters') || log.contains('no-argument constructor') || log.contains('no constructor')
assert log.contains('no rates for today')
assert !log.contains('\tat ')
