// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert log.contains('[INFO] Verified 1 revision: up, down and up again; the schema is what the entities declare.')
// Maven 4 misses a folder .mvn, and repositories whose metadata it can't have.
assert log.findAll(/\[WARNING\].*/).findAll { !(it =~ /root directory|Could not transfer metadata/) } == []
