// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert log.contains("on project history-errors: Multiple head revisions are present for 'head': 0002 (add email), 0003 (add phone)."
        + ' Merge them with mvn migrate:merge, or name one by its id or as label@head, or all as heads. -> [Help 1]')
assert log.contains('''on project history-errors: The migrations do not compile:
[ERROR] src/main/java/db/duplicate/R0001_One.java:11: Revision 0001 is present more than once: R0001_One.java, R0001_Other.java. Give each its own id.
[ERROR] src/main/java/db/duplicate/R0001_Other.java:11: Revision 0001 is present more than once: R0001_One.java, R0001_Other.java. Give each its own id.''')
assert log.contains('''on project history-errors: The migrations do not compile:
[ERROR] src/main/java/db/orphan/R0002_Child.java:12: Can't locate revision identified by '0001'. Revision 0002 (R0002_Child.java) revises it; nearest: 0002.''')
assert log.contains('''on project history-errors: The migrations do not compile:
[ERROR] src/main/java/db/broken/R0001_Broken.java:15: cannot find symbol
[ERROR]   symbol:   method exceute(java.lang.String)''')
assert !log.contains('\tat ')
