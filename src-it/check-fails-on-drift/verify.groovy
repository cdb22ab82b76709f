// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

assert log.count('''on project check-fails-on-drift: The entities and the schema differ:
[ERROR]   - Added column customers.email
[ERROR] Write the migration with mvn migrate:autogenerate, or correct the entities.''') == 2

assert log.contains('''[INFO] Not written, as no catalog tells whether it has been done: grant select on customers to public. Put it into a migration of its own: op.execute(…)
[INFO] Added column customers.email
''')

assert new File(basedir, 'target/check.json').text == '''{
  "equal": false,
  "changes": [
    "Added column customers.email"
  ],
  "losses": [],
  "renameCandidates": [],
  "leftAlone": [],
  "undeclarable": [],
  "unwritten": [
    "grant select on customers to public"
  ]
}
'''
