/**
 * The engine. What users compile against is exported; all else may change in any release:
 * {@code docs/decisions/0025}.
 */
module dev.migrate.engine {
    requires java.compiler;
    requires transitive java.sql;
    requires jdk.jfr;
    requires static org.jspecify;
    requires static org.postgresql.jdbc;
    requires org.slf4j;

    exports dev.migrate;
    exports dev.migrate.lint;
    exports dev.migrate.operation;
    exports dev.migrate.revision;
    exports dev.migrate.schema;

    provides javax.annotation.processing.Processor with
            dev.migrate.revision.processor.RevisionProcessor;
}
