String log = new File(basedir, 'build.log').text

assert log.contains('Multiple head revisions are present')
assert log.contains('0002 (add email)') && log.contains('0003 (add phone)') && log.contains('mvn migrate:merge')
assert log.contains('0001') && log.contains('R0001_One.java') && log.contains('R0001_Other.java')
assert log.contains('''on project history-errors: The migrations do not compile:
[ERROR] src/main/java/db/broken/R0001_Broken.java:15: cannot find symbol
[ERROR]   symbol:   method exceute(java.lang.String)''')
assert !log.contains('\tat ')
