import java.nio.file.Path;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.resource.DirectoryResourceAccessor;

/** Liquibase's own command, through its Java API. */
final class RunLiquibase {

    private RunLiquibase() {}

    /** {@code update JDBC-URL DIRECTORY} with {@code changelog.sql}, or {@code diff JDBC-URL REFERENCE-JDBC-URL} */
    public static void main(String[] args) throws Exception {
        if (args[0].equals("update")) {
            DirectoryResourceAccessor directory = new DirectoryResourceAccessor(Path.of(args[2]));
            Scope.child(Scope.Attr.resourceAccessor, directory, () -> new CommandScope("update")
                    .addArgumentValue("url", args[1])
                    .addArgumentValue("changelogFile", "changelog.sql")
                    .execute());
        } else {
            CommandScope diff = new CommandScope("diff")
                    .addArgumentValue("url", args[1])
                    .addArgumentValue("referenceUrl", args[2]);
            diff.setOutput(System.out);
            diff.execute();
        }
    }
}
