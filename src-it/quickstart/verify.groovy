// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

File migrations = new File(basedir, 'src/main/java/db/migrations')
assert migrations.list().findAll { it.startsWith('R') }.sort() == ['R0000_BeginTheHistory.java', 'R0001_CreateTheAgentPlatform.java']
String migration = new File(migrations, 'R0001_CreateTheAgentPlatform.java').text
['tenants', 'users', 'agents', 'agent_versions', 'executions', 'audit_logs', 'tenant_usage_logs', 'tenant_invitations'].each {
    assert migration.contains("op.createTable(table(\"$it\")") || migration.contains("table(\"$it\")")
    assert migration.contains("op.dropTable(\"$it\")")
}

assert log.contains('[INFO] Running upgrade 0000 -> 0001, Create the agent platform')
assert log.contains('[INFO] Running downgrade 0001 -> 0000, Create the agent platform')
assert log.contains('No changes')
assert log.readLines().contains('0001 (head)')
assert !log.contains('postmaster')
