package dev.migrate.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.tool.schema.SourceType;
import org.hibernate.tool.schema.TargetType;
import org.hibernate.tool.schema.internal.ExceptionHandlerHaltImpl;
import org.hibernate.tool.schema.spi.ContributableMatcher;
import org.hibernate.tool.schema.spi.ExecutionOptions;
import org.hibernate.tool.schema.spi.SchemaManagementTool;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;
import org.hibernate.tool.schema.spi.ScriptSourceInput;
import org.hibernate.tool.schema.spi.ScriptTargetOutput;
import org.hibernate.tool.schema.spi.SourceDescriptor;
import org.hibernate.tool.schema.spi.TargetDescriptor;
import org.jspecify.annotations.Nullable;

/** The SQL that Hibernate itself would run for entities: to create their schema, or to update a database that is there. */
final class SchemaScript {

    private SchemaScript() {}

    /** {@code create|update JDBC-URL CLASSES-DIRECTORY FILE}; the directory is on the class path too */
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        try (StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                        .applySetting(JdbcSettings.JAKARTA_JDBC_URL, args[1])
                        .build();
                BufferedWriter file = Files.newBufferedWriter(Path.of(args[3]))) {
            Metadata metadata = BootMetadata.build(registry, Path.of(args[2]));
            SchemaManagementTool tool = registry.requireService(SchemaManagementTool.class);
            Map<String, Object> settings = Map.of();
            ExecutionOptions options =
                    SchemaManagementToolCoordinator.buildExecutionOptions(settings, ExceptionHandlerHaltImpl.INSTANCE);
            TargetDescriptor script = new IntoScript(new Statements(file));
            if (args[0].equals("create")) {
                tool.getSchemaCreator(settings)
                        .doCreation(metadata, options, ContributableMatcher.ALL, new OfMetadata(), script);
            } else {
                tool.getSchemaMigrator(settings).doMigration(metadata, options, ContributableMatcher.ALL, script);
            }
        }
    }

    private record OfMetadata() implements SourceDescriptor {

        @Override
        public SourceType getSourceType() {
            return SourceType.METADATA;
        }

        @Override
        public @Nullable ScriptSourceInput getScriptSourceInput() {
            return null;
        }
    }

    private record IntoScript(ScriptTargetOutput output) implements TargetDescriptor {

        @Override
        public EnumSet<TargetType> getTargetTypes() {
            return EnumSet.of(TargetType.SCRIPT);
        }

        @Override
        public ScriptTargetOutput getScriptTargetOutput() {
            return output;
        }
    }

    private record Statements(BufferedWriter file) implements ScriptTargetOutput {

        @Override
        public void prepare() {}

        @Override
        public void accept(String statement) {
            try {
                file.write(statement);
                file.newLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void release() {}
    }
}
