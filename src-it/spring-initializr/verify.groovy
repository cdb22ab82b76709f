import java.util.concurrent.TimeUnit

// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert new File(basedir, 'store/src/main/java/db/migrations/R0001_First.java').text.contains('column("display_name", varchar(120)).notNull()')
assert log.contains('[INFO] Running upgrade  -> 0001, first')
assert log.contains('[INFO] Verified 1 revision: up, down and up again; the schema is what the entities declare.')
assert log.contains('[INFO] There is a history already: 1 revision in db.migrations. Nothing is written.')
assert log.contains('This plugin has 19 goals:')
assert new File(basedir, 'target/upgrade.sql').text.contains('CREATE TABLE product (')
assert new File(basedir, 'target/downgrade.sql').text.contains('DROP TABLE product;')
assert log.contains('[INFO] Running downgrade 0001 -> base, first')
// The only warning is the user's business: what the way back loses. Maven 4 misses a folder .mvn, and repositories whose
// metadata it can't have.
assert log.findAll(/\[WARNING\].*/).findAll { !(it =~ /root directory|Could not transfer metadata/) } == ['[WARNING] This downgrade loses data:']
assert log.contains('  0001 (first): The rows of product are lost')

// The goal that keeps a database running, until it is interrupted.
File url = new File(basedir, 'target/url')
File settings = new File(basedir, 'target/settings.xml')
settings.text = new File(basedir, '../../../../src-it/settings.xml').text.replace('@localRepositoryUrl@', remoteRepository)
ProcessBuilder maven = new ProcessBuilder(
        mavenHome + '/bin/mvn', '-B', '-ntp', '-s', settings.path, '-Dmaven.repo.local=' + localRepositoryPath,
        'migrate:database', '-Dmigrate.output=' + url).directory(basedir).redirectErrorStream(true)
        .redirectOutput(new File(basedir, 'target/database.log'))
maven.environment().put('JAVA_HOME', javaHome)
Process running = maven.start()
while (!url.exists() && running.alive) {
    Thread.sleep(100)
}
running.destroy()
assert running.waitFor(1, TimeUnit.MINUTES)
assert url.text ==~ 'postgresql://postgres:[^@]+@127.0.0.1:\\d+/dev\n'
return true
