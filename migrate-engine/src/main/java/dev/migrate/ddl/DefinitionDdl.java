package dev.migrate.ddl;

import dev.migrate.operation.DefinitionOperation.ReplaceObject;
import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.Statement;
import dev.migrate.schema.DatabaseObject;
import dev.migrate.schema.DatabaseObject.Cast;
import dev.migrate.schema.DatabaseObject.MaterializedView;
import dev.migrate.schema.DatabaseObject.Policy;
import dev.migrate.schema.DatabaseObject.Routine;
import dev.migrate.schema.DatabaseObject.Trigger;
import dev.migrate.schema.DatabaseObject.View;
import java.util.ArrayList;
import java.util.List;

/** Views, routines, triggers, policies and casts as SQL: the frame around the definition that the author wrote. */
final class DefinitionDdl {

    private final ServerVersion version;

    DefinitionDdl(ServerVersion version) {
        this.version = version;
    }

    List<Statement> create(DatabaseObject object) {
        return withComment(object, Statement.of(object.accept(new Create(version, ""))));
    }

    private static List<Statement> withComment(DatabaseObject object, Statement... creating) {
        List<Statement> statements = new ArrayList<>(List.of(creating));
        if (object.comment() != null) {
            statements.add(comment(object));
        }
        return statements;
    }

    private static Statement comment(DatabaseObject object) {
        return CommentDdl.comment(new Commented.OnObject(object.reference()), object.comment());
    }

    static Statement drop(DatabaseObject object) {
        return ReferenceDdl.drop(object.reference(), false, false);
    }

    List<Statement> replace(ReplaceObject replace) {
        DatabaseObject to = replace.to();
        if (to instanceof Routine) {
            List<Statement> statements = new ArrayList<>(createOrReplace(to));
            if (to.comment() == null && replace.from().comment() != null) {
                statements.add(comment(to));
            }
            return statements;
        }
        List<Statement> statements = new ArrayList<>();
        statements.add(drop(replace.from()));
        statements.addAll(create(to));
        return statements;
    }

    List<Statement> createOrReplace(DatabaseObject object) {
        Statement create = Statement.of(object.accept(new Create(version, "OR REPLACE ")));
        return object.accept(new CanReplace(version))
                ? withComment(object, create)
                : withComment(
                        object,
                        ReferenceDdl.drop(object.reference(), true, false),
                        Statement.of(object.accept(new Create(version, ""))));
    }

    /** Whether {@code CREATE OR REPLACE} exists for an object. */
    private record CanReplace(ServerVersion version) implements DatabaseObject.Visitor<Boolean> {
        @Override
        public Boolean view(View view) {
            return true;
        }

        @Override
        public Boolean materializedView(MaterializedView view) {
            return false;
        }

        @Override
        public Boolean routine(Routine routine) {
            return true;
        }

        /** PostgreSQL 14 has it, but never for constraint triggers. */
        @Override
        public Boolean trigger(Trigger trigger) {
            return !trigger.isConstraint() && ServerFeature.REPLACE_TRIGGER.isIn(version);
        }

        @Override
        public Boolean policy(Policy policy) {
            return false;
        }

        @Override
        public Boolean cast(Cast cast) {
            return false;
        }
    }

    /**
     * The statement that creates an object.
     *
     * @param orReplace {@code OR REPLACE }, or nothing
     */
    private record Create(ServerVersion version, String orReplace) implements DatabaseObject.Visitor<String> {
        @Override
        public String view(View view) {
            if (view.options().containsKey("security_invoker")) {
                ServerFeature.SECURITY_INVOKER.require(
                        version,
                        "view " + view.name(),
                        "Without it, the view reads its tables as its owner: grant it to those who may see that.");
            }
            return "CREATE " + orReplace + "VIEW " + SqlIdentifiers.quote(view.name())
                    + Clause.when(!view.options().isEmpty(), " WITH " + Clause.parameters(view.options())) + " AS\n"
                    + view.query();
        }

        @Override
        public String materializedView(MaterializedView view) {
            return "CREATE MATERIALIZED VIEW " + SqlIdentifiers.quote(view.name()) + " AS\n"
                    + (view.filled() ? view.query() : withoutSemicolon(view.query()) + "\nWITH NO DATA");
        }

        private static String withoutSemicolon(String query) {
            String text = query.stripTrailing();
            return text.endsWith(";") ? text.substring(0, text.length() - 1) : query;
        }

        @Override
        public String routine(Routine routine) {
            return "CREATE " + orReplace + routine.kind() + " " + SqlIdentifiers.quote(routine.name()) + "("
                    + WrittenSql.part(routine.arguments()) + ")\n" + routine.definition();
        }

        @Override
        public String trigger(Trigger trigger) {
            return "CREATE " + orReplace + Clause.when(trigger.isConstraint(), "CONSTRAINT ") + "TRIGGER "
                    + SqlIdentifiers.quote(trigger.name()) + "\n    " + WrittenSql.part(trigger.event()) + " ON "
                    + SqlIdentifiers.quote(trigger.table()) + "\n    " + trigger.action();
        }

        @Override
        public String policy(Policy policy) {
            return "CREATE POLICY " + SqlIdentifiers.quote(policy.name()) + " ON "
                    + SqlIdentifiers.quote(policy.table()) + "\n    " + policy.definition();
        }

        @Override
        public String cast(Cast cast) {
            return "CREATE CAST (" + cast.source().sql() + " AS "
                    + cast.target().sql() + ") " + cast.method();
        }
    }
}
