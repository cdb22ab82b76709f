// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert log.contains('''on project connection-errors: No database URL. Give one as
[ERROR]   -Dmigrate.url=jdbc:postgresql://localhost:5432/app on the command line,
[ERROR]   MIGRATE_DATABASE_URL or DATABASE_URL in the environment,
[ERROR]   <url> in the plugin's <configuration> in the POM, or
[ERROR]   spring.datasource.url, quarkus.datasource.jdbc.url, jakarta.persistence.jdbc.url or
[ERROR]   hibernate.connection.url in the application's settings.
[ERROR] -Dmigrate.url=embedded uses a development database kept under target/.''')
assert log.contains("on project connection-errors: Can't reach PostgreSQL at localhost:1: Connection refused."
        + ' Is the server running, and is the URL right? It comes from -Dmigrate.url.')
assert log.contains("on project connection-errors: Can't reach PostgreSQL at localhost:1: Connection refused."
        + ' Is the server running, and is the URL right? It comes from DATABASE_URL in the environment.')
assert log.contains("on project connection-errors: The database URL is not understood: it begins with 'mysql:'.")
assert log.contains("on project connection-errors: PostgreSQL 9 can't be embedded. The majors that can are 13, 14, 15, 16, 17, 18")
assert log.contains("on project connection-errors: sql is 'plan.sql'. Expected true or false;"
        + ' a file is -Dmigrate.output=plan.sql. -> [Help 1]')
assert !log.contains('s3cret')
