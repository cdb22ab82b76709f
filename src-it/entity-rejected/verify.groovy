String log = new File(basedir, 'build.log').text

assert log.contains('com.example.Customer')
assert log.contains('identifier')
assert !log.contains('\tat ')
assert !new File(basedir, 'src/main/java/db').exists()
