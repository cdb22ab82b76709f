// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert new File(basedir, 'service/src/main/java/db/migrations/R0001_Customers.java').text.contains('table("customers")')
assert !new File(basedir, 'model/src/main/java/db').exists()
assert log.contains('[INFO] Running upgrade  -> 0001, customers')
assert log.contains('on project service: com.example:model is a module that this command does not build, and the repository does'
        + ' not have it either. Add -am to -pl, which builds the modules that the chosen ones need, or install it first'
        + ' (mvn install).')
