// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert log.contains("on project entity-rejected: Hibernate rejects the persistence unit 'default': Entity 'com.example.Customer' has no"
        + " identifier (every '@Entity' class must declare or inherit at least one '@Id' or '@EmbeddedId' property).")
assert !log.contains('\tat ')
assert !new File(basedir, 'src/main/java/db').exists()
