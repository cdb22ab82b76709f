// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert log.contains("on project branch-and-merge: Multiple head revisions are present for 'head': 0002 (email), 0003 (phone)."
        + ' Merge them with mvn migrate:merge, or name one by its id or as label@head, or all as heads. -> [Help 1]')
assert log.contains('''
0002 (head)
0003 (head)
0001 (branchpoint)
     -> 0002 (head)
     -> 0003 (head)
''')
assert log.contains('[INFO] Wrote src/main/java/db/migrations/R0004_EmailAndPhone.java')
assert log.readLines().contains('0004 (head) (mergepoint)')
