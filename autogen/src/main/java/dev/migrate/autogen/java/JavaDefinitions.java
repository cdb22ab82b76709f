package dev.migrate.autogen.java;

import dev.migrate.autogen.java.Code.Chain;
import dev.migrate.schema.DatabaseObject;
import dev.migrate.schema.DatabaseObject.Cast;
import dev.migrate.schema.DatabaseObject.MaterializedView;
import dev.migrate.schema.DatabaseObject.Policy;
import dev.migrate.schema.DatabaseObject.Routine;
import dev.migrate.schema.DatabaseObject.Trigger;
import dev.migrate.schema.DatabaseObject.View;
import dev.migrate.schema.Definitions;
import dev.migrate.schema.ObjectReference;
import java.util.List;
import java.util.Locale;

/** What is defined by SQL, as {@code view("adults", "SELECT …").comment("18 and older")}, and what names it. */
final class JavaDefinitions implements DatabaseObject.Visitor<Chain>, ObjectReference.Visitor<JavaDefinitions.Named> {

    /**
     * An object in the methods of {@code Operations} and {@code Comments}.
     *
     * @param kind as in {@code dropMaterializedView} and {@code onMaterializedView}
     * @param names the arguments that name it
     */
    record Named(String kind, List<Code> names) {}

    private final Imports imports;
    private final JavaTypes types;

    JavaDefinitions(Imports imports, JavaTypes types) {
        this.imports = imports;
        this.types = types;
    }

    Code code(DatabaseObject object) {
        return object.accept(this).thenIfPresent("comment", object.comment());
    }

    Named named(ObjectReference reference) {
        return reference.accept(this);
    }

    private Chain define(String factory, Code... arguments) {
        return Code.chain(Code.call(imports.use(Definitions.class, factory), arguments));
    }

    @Override
    public Chain view(View view) {
        Chain code = define("view", JavaRareOperations.name(view.name()), Code.string(view.query()));
        for (var option : view.options().entrySet()) {
            code = code.then("with", Code.string(option.getKey()), Code.string(option.getValue()));
        }
        return code;
    }

    @Override
    public Chain materializedView(MaterializedView view) {
        Chain code = define("materializedView", JavaRareOperations.name(view.name()), Code.string(view.query()));
        return view.filled() ? code : code.then("withNoData");
    }

    @Override
    public Chain routine(Routine routine) {
        return define(
                routine.kind().name().toLowerCase(Locale.ROOT),
                JavaRareOperations.name(routine.name()),
                Code.string(routine.arguments()),
                Code.string(routine.definition()));
    }

    @Override
    public Chain trigger(Trigger trigger) {
        Chain code = define(
                "trigger",
                Code.string(trigger.name()),
                JavaRareOperations.name(trigger.table()),
                Code.string(trigger.event()),
                Code.string(trigger.action()));
        return trigger.isConstraint() ? code.then("constraint") : code;
    }

    @Override
    public Chain policy(Policy policy) {
        return define(
                "policy",
                Code.string(policy.name()),
                JavaRareOperations.name(policy.table()),
                Code.string(policy.definition()));
    }

    @Override
    public Chain cast(Cast cast) {
        return define("cast", types.code(cast.source()), types.code(cast.target()), Code.string(cast.method()));
    }

    @Override
    public Named relation(ObjectReference.OfRelation reference) {
        String kind =
                switch (reference.kind()) {
                    case VIEW -> "View";
                    case MATERIALIZED_VIEW -> "MaterializedView";
                };
        return new Named(kind, List.of(JavaRareOperations.name(reference.name())));
    }

    @Override
    public Named routine(ObjectReference.OfRoutine reference) {
        String kind =
                switch (reference.kind()) {
                    case FUNCTION -> "Function";
                    case PROCEDURE -> "Procedure";
                };
        return new Named(kind, List.of(JavaRareOperations.name(reference.name()), Code.string(reference.arguments())));
    }

    @Override
    public Named partOfTable(ObjectReference.OfTablePart reference) {
        String kind =
                switch (reference.kind()) {
                    case TRIGGER -> "Trigger";
                    case POLICY -> "Policy";
                };
        return new Named(kind, List.of(JavaRareOperations.name(reference.table()), Code.string(reference.name())));
    }

    @Override
    public Named cast(ObjectReference.OfCast reference) {
        return new Named("Cast", List.of(types.code(reference.source()), types.code(reference.target())));
    }
}
