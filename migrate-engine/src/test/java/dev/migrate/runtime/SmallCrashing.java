package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.backfill;
import static dev.migrate.operation.DataChanges.update;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Types.integer;

import dev.migrate.Migrate;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RunListener;
import dev.migrate.revision.Step;
import org.postgresql.ds.PGSimpleDataSource;

/** Revisions that are written to commit on the way, and a program that runs them on a small table and is killed. */
final class SmallCrashing {

    private SmallCrashing() {}

    /** The only argument is the URL. Prints a line before each statement. */
    public static void main(String[] arguments) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        Migrate.configure()
                .dataSource(dataSource)
                .history(TestHistory.of(SmallCrashing.class))
                .listener(new RunListener() {
                    @Override
                    public void statementStarted(Step step, String sql) {
                        System.out.println(step.revision().id());
                    }
                })
                .build()
                .upgrade("head");
    }

    abstract static class Numbered implements OneWay {

        @Override
        public void upgrade(Operations op) {
            int number =
                    Integer.parseInt(getClass().getAnnotation(Revision.class).id());
            op.addColumn("agents", column("c" + number, integer()));
            op.apply(backfill("agents").setSql("c" + number, "id + " + number).batchSize(50));
            op.createIndex(
                    index("ux_" + number).on("agents", "c" + number).unique().concurrently());
            op.dropIndexConcurrently("ux_" + (number - 1));
            op.addEnumValue("mood", "m" + number);
            op.outsideTransaction(
                    () -> op.apply(update("agents").setSql("c" + number, "-id").where("id % 7 = 0")));
        }
    }

    @Revision(id = "0001")
    static class First extends Numbered {}

    @Revision(id = "0002", revises = "0001")
    static class Second extends Numbered {}

    @Revision(id = "0003", revises = "0002")
    static class Third extends Numbered {}

    @Revision(id = "0004", revises = "0003")
    static class Fourth extends Numbered {}
}
