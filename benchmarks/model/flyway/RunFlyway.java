import org.flywaydb.core.Flyway;

/** Flyway's own command, through its Java API. */
final class RunFlyway {

    private RunFlyway() {}

    /** {@code migrate|info JDBC-URL DIRECTORY} */
    public static void main(String[] args) {
        Flyway flyway = Flyway.configure()
                .dataSource(args[1], null, null)
                .locations("filesystem:" + args[2])
                .load();
        if (args[0].equals("migrate")) {
            System.out.println(flyway.migrate().migrationsExecuted + " migrations");
        } else {
            System.out.println(flyway.info().applied().length + " migrations");
        }
    }
}
