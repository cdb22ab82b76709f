// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert log.contains('Upgraded by 1 revision in ')
assert log.contains('<base> -> 0001 (head), users')
assert log.readLines().contains('0001 (head)')
