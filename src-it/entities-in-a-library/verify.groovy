// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert log.contains("No entity in [${new File(basedir, 'application/target/classes')}]: no class there is annotated with"
        + ' jakarta.persistence.Entity. Compile those that are (mvn compile), or name the dependencies that contain them:'
        + ' -Dmigrate.entityDependencies=groupId:artifactId.')
assert new File(basedir, 'application/src/main/java/db/migrations/R0001_Customers.java').text.contains('table("customers")')
assert !new File(basedir, 'library/target').exists()
assert log.contains('[INFO] No changes: the schema is what the entities declare.')
assert log =~ /migrate-maven-plugin:[^:]+:upgrade \(database\) @ entities-in-a-library/
