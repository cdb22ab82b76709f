// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert !new File(basedir, 'target/classes/META-INF/migrate').exists()
assert log.contains('''[INFO] The compiler runs no annotation processor that writes the index of the revisions: without it an application reads every migration's class file as it starts. Add to the POM:
<plugin>
  <groupId>org.apache.maven.plugins</groupId>
  <artifactId>maven-compiler-plugin</artifactId>
  <configuration>
    <annotationProcessorPaths>
      <path>
        <groupId>dev.migrate</groupId>
        <artifactId>migrate-engine</artifactId>
        <version>''')
assert log.contains('[INFO] Running upgrade 0001 -> 0002, orders')
assert log.readLines().contains('0001 -> 0002 (head), orders')
