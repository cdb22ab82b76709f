// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert new File(basedir, 'service/src/main/java/db/migrations/R0001_Customers.java').text.contains('table("customers")')
assert !new File(basedir, 'model/src/main/java/db').exists()
assert log.contains('[INFO] Running upgrade  -> 0001, customers')
