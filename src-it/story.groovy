/*
 * Runs a story: a README.md whose ```console blocks are what people type ("$ ", continued with "> ") and what they see,
 * and whose ```diff blocks are what they edit. It fails unless the whole text comes out as it stands there; the text that
 * came out is in target/README.md.
 *
 * Variables: basedir, localRepositoryPath, remoteRepository (where plugins and dependencies come from).
 */

import java.util.concurrent.TimeUnit

/** One command, with the lines of the README that it stands on. */
class Command {
    List<String> shown = []
    String source
}

// ---- What the README says: its lines, and commands in the place of what they print.

List<Object> parts = []
String block = null
List<String> diff = []
new File(basedir, 'README.md').eachLine { line ->
    if (line.startsWith('```')) {
        if (block == 'diff') {
            parts << new Command(shown: diff, source: "patch -s -p1 <<'END_OF_EDIT'\n${diff.join('\n')}\nEND_OF_EDIT")
            diff = []
        }
        block = block == null ? line.substring(3) : null
        parts << line
    } else if (block == 'diff') {
        diff << line
    } else if (block != 'console') {
        parts << line
    } else if (line.startsWith('$ ')) {
        parts << new Command(shown: [line], source: line.substring(2))
    } else if (line.startsWith('> ') || line == '>') {
        Command command = parts.last()
        command.shown << line
        command.source += '\n' + line.drop(2)
    }
}

// ---- A shell runs the commands one after the other, and keeps its variables and background jobs in between.

File work = new File(basedir, 'target/story')
work.deleteDir()
work.mkdirs()
File settings = new File(work, 'settings.xml')
settings.text = new File(basedir, '../../../../src-it/settings.xml').text.replace('@localRepositoryUrl@', remoteRepository)
File mavenConfig = new File(basedir, '.mvn/maven.config')
mavenConfig.parentFile.mkdirs()
mavenConfig << ['-B', '-ntp', '-s', settings.path, '-Dmaven.repo.local=' + localRepositoryPath].join('\n') + '\n'

List<Command> commands = parts.findAll { it instanceof Command }
StringBuilder script = new StringBuilder('trap \'kill $(jobs -p) 2>/dev/null; wait\' EXIT\n')
commands.eachWithIndex { command, i ->
    script << "{ ${command.source}\n} > target/story/${i}.out 2>&1 < /dev/null; echo \$? > target/story/${i}.status\n"
}
new File(work, 'story.sh').text = script

// JDK 24 and later warn of Maven's own libraries (JEP 498).
String unsafe = Runtime.version().feature() < 24 ? '' : ' --sun-misc-unsafe-memory-access=allow'
ProcessBuilder shell = new ProcessBuilder('bash', 'target/story/story.sh').directory(basedir).inheritIO()
shell.environment().putAll([
        JAVA_HOME : System.getProperty('java.home'),
        MAVEN_OPTS: '-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC' + unsafe,
        LC_ALL    : 'C.UTF-8',
        PAGER     : 'cat',
        PATH      : System.getProperty('maven.home') + '/bin:' + System.getenv('PATH')])
['MIGRATE_DATABASE_URL', 'DATABASE_URL', 'MAVEN_CONFIG', 'MAKEFLAGS'].each { shell.environment().remove(it) }
Process running = shell.start()
if (!running.waitFor(30, TimeUnit.MINUTES)) {
    running.descendants().forEach { it.destroy() }
    running.destroy()
    throw new AssertionError('The story does not end. What came out so far is in target/story.')
}

// ---- What came out, without Maven's frame and with what differs from run to run made equal.

Map<String, String> ids = [:]
def names = 'abcdef'.toList().iterator()
def equalized = { String text ->
    text.replaceAll('(?m)^(\u001b\\[[0-9;]*m)+\n', '')
            .replaceAll('\u001b\\[[0-9;]*m', '')
            .replace(basedir.path, '/project')
            .replaceAll(/(migrate-maven-plugin:)[^: ]+:/, '$1')
            .replaceAll(/\b\d+(\.\d)? s\b/, '… s')
            .replaceAll(/\b20(?!2[45])\d\d-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|\+00)?/, '2026-01-11T10:00:00Z')
            .replaceAll(/(?<!\d)20(?!2[45])\d{6}_\d{6}(?!\d)/, '20260111_100000')
            .replaceAll(/(?m)^\d\d:\d\d:\d\d\.\d{3} /, '10:00:00.000 ')
            .replaceAll(/localhost:\d{4,5}/, 'localhost:5432')
            .replaceAll(/(?<![0-9a-z])(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{12}(?![0-9a-z])/) {
                ids.computeIfAbsent(it) { names.next() * 12 }
            }
}
def logger = /(org\.\S+ - ?)?/
def frame = /\[INFO\] ?$logger|\[INFO\] $logger(---|>>>|<<<|Scanning|Building|Total time|Finished at|BUILD|skip non|Using .UTF-8|Nothing to compile|Recompiling|Compiling|Copying|Error stacktraces).*|\[INFO\] .*rows\/s, about .*|\[ERROR\] ?$logger|\[ERROR\] $logger(To see the full|Re-run Maven|For more information|\[Help 1\]).*/
List<String> told = []
int next = 0
parts.each { part ->
    if (part instanceof Command) {
        told.addAll(part.shown)
        told.addAll(equalized(new File(work, "${next}.out").text).readLines()*.stripTrailing().findAll { !(it ==~ frame) })
        String status = new File(work, "${next}.status").text.trim()
        if (status != '0') {
            told << "[$status]".toString()
        }
        next++
    } else {
        told << part
    }
}
new File(basedir, 'target/README.md').text = told.join('\n') + '\n'

Process compared = new ProcessBuilder('diff', '-u', 'README.md', 'target/README.md')
        .directory(basedir).redirectErrorStream(true).start()
String differences = compared.inputStream.text
if (compared.waitFor() != 0) {
    throw new AssertionError('The story came out differently (left: README.md, right: target/README.md):\n' + differences)
}
return true
