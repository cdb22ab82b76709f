// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert log.contains('on project branch-and-merge: Revision 0001 is not a head revision: 0002 revises it.'
        + ' Give splice (-Dmigrate.splice) to branch from it, or a head: 0002 (email). -> [Help 1]')
assert log.contains("on project branch-and-merge: Multiple head revisions are present for 'head': 0002 (email), 0003 (phone)."
        + ' Merge them with mvn migrate:merge, or say which one is followed: -Dmigrate.head=0002. -> [Help 1]')
assert log.contains("on project branch-and-merge: Multiple head revisions are present for 'head': 0002 (email), 0003 (phone)."
        + ' Merge them with mvn migrate:merge, or name one by its id or as label@head, or all as heads. -> [Help 1]')
assert log.contains('''
0002 (head)
0003 (head)
0001 (branchpoint)
     -> 0002 (head)
     -> 0003 (head)
''')
assert log.contains('''on project branch-and-merge: No revision is written, since the history could not be read with it:
[ERROR]   - Branch label 'email-and-phone' (the new revision) is malformed: labels are 1 to 64 letters, digits, underscores and dots.
[ERROR] -> [Help 1]''')
assert log.contains('[INFO] Wrote src/main/java/db/migrations/R0004_EmailAndPhone.java')
// Both have made an index of one name: which of them is there depends on who came first.
assert log.contains('[WARNING] Two branches meet at the relation ix_users_contact: 0002 (email) adds it, 0003 (phone) adds it.'
        + ' It fails, or what is left depends on which of them a database had first: write one anew behind the other, or settle'
        + ' it in the revision that joins them (docs/lint.md, branches-conflict).')
assert log.readLines().contains('0004 (head) (mergepoint)')

// Down goes the merge and one branch, and up come just these two.
String down = log.substring(log.indexOf('[INFO] Running downgrade'), log.indexOf('[INFO] Wrote src/main/java/db/migrations/R0005_Fax.java'))
assert down.readLines().findAll { it.startsWith('[INFO] Running') } == [
        '[INFO] Running downgrade 0004 -> 0002, 0003, email and phone',
        '[INFO] Running downgrade 0003 -> 0001, phone',
        '[INFO] Running upgrade 0001 -> 0003, phone',
        '[INFO] Running upgrade 0002, 0003 -> 0004, email and phone']

assert log.contains('''[INFO] Nothing to do. The database is at 0004 (head) (mergepoint).
[WARNING] Revision 0005 (fax) counts as applied and has never run here: it was put below what was applied before.
[WARNING] To have it run: mvn migrate:downgrade -Dmigrate.revision=0005, then mvn migrate:stamp -Dmigrate.purge -Dmigrate.revision=0002,0003, then mvn migrate:upgrade. A downgrade drops what was written since. If the database has what it makes, say so instead: mvn migrate:stamp -Dmigrate.revision=0004
''')
assert log.contains('The database is half way through the upgrade of revision 0006: 1 of its 2 statements are committed.')

// It fails on purpose, and the test that compares runs with scripts runs what a story leaves.
assert new File(basedir, 'src/main/java/db/migrations/R0006_Broken.java').delete()
