// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert log.count('''on project check-fails-on-drift: The entities and the schema differ:
[ERROR]   - Added column customers.email
[ERROR] Write the migration with mvn migrate:autogenerate, or correct the entities.''') == 2

// What was put below it is among the differences: all three goals say so.
assert log.count('''[WARNING] Revision 0002 (first number of customers) counts as applied and has never run here: it was put below what was applied before.
[WARNING] To have it run: mvn migrate:downgrade -Dmigrate.revision=0002, then mvn migrate:stamp -Dmigrate.purge -Dmigrate.revision=0001, then mvn migrate:upgrade. A downgrade drops what was written since. If the database has what it makes, say so instead: mvn migrate:stamp -Dmigrate.revision=0003
''') == 3

assert log.contains('''[INFO] Not written, as no catalog tells whether it has been done: grant select on customers to public. Put it into a migration of its own: op.execute(…)
[INFO] Added column customers.email
''')

assert new File(basedir, 'target/check.json').getText('UTF-8') == '''{
  "equal": false,
  "changes": [
    "Added column customers.email"
  ],
  "losses": [],
  "renameCandidates": [],
  "leftAlone": [
    "column customers.tax_number"
  ],
  "undeclarable": [],
  "unwritten": [
    "grant select on customers to public"
  ],
  "hibernateDefaults": [],
  "demands": [
    "customers.tax_number stays, is NOT NULL without a default, and isn't mapped: unless a trigger fills it, Hibernate's inserts into customers fail. Say what it is called now (-Dmigrate.rename=customers.tax_number:…), or drop it, let it accept NULL or give it a default in a migration."
  ],
  "neverRun": [
    "0002"
  ]
}
'''

assert log.contains('[WARNING] Revision 0003 (customers) was changed after it was applied: it no longer does what it did here.')
assert log.contains('''on project check-fails-on-drift: The database differs from what its history makes:
[ERROR]   - Added column customers.tax_number
[ERROR] Undo in the database what shouldn't be there. Write what should stay as a revision with mvn migrate:revision, and record it here with mvn migrate:stamp (docs/drift.md).''')
assert log.contains('[INFO] No drift: the database is what the history makes of it.')

assert new File(basedir, 'target/drift.json').getText('UTF-8') == '''{
  "equal": true,
  "current": [
    "0003"
  ],
  "changes": [],
  "changed": [],
  "neverRun": []
}
'''
