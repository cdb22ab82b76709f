// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert log.contains('''on project migration-errors: The migrations do not compile:
[ERROR] src/main/java/db/noconstructor/R0001_Sized.java:11: R0001_Sized can't be constructed: it has no constructor without parameters.''')
assert log.contains('''on project migration-errors: The upgrade of revision 0001 (throwing) failed:
[ERROR]   java.lang.IllegalStateException: no rates for today
[ERROR] Migration: db.throwing.R0001_Throwing (R0001_Throwing.java:15)
[ERROR] It was rolled back and left nothing behind; the database is at base.
[ERROR] Correct the cause and run mvn migrate:upgrade again.''')
assert !log.contains('\tat ')
