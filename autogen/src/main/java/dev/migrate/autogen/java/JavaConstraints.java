package dev.migrate.autogen.java;

import dev.migrate.autogen.java.Code.Call;
import dev.migrate.autogen.java.Code.Chain;
import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Definitions;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Unique;
import dev.migrate.schema.Validity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Constraints as {@code foreignKey("agents_tenant_id_fkey", "tenant_id").references("tenants", "id")}. */
final class JavaConstraints implements Constraint.Visitor<Chain> {

    private static final String GIST = "gist";

    private final Imports imports;
    private final JavaIndexes indexes;

    JavaConstraints(Imports imports) {
        this.imports = imports;
        this.indexes = new JavaIndexes(imports);
    }

    /** The method of {@code Operations} that adds it. */
    static String addMethod(Constraint constraint) {
        return constraint.accept(new AddMethod());
    }

    /** A constraint as an expression of its own. */
    Code code(Constraint constraint) {
        return constraint.accept(this);
    }

    /**
     * How a table gets a constraint: {@code .primaryKey("agents_pkey", "id")} where the table has such a method for it,
     * otherwise {@code .constraints(…)}.
     */
    Call ofTable(Constraint constraint) {
        if (constraint instanceof ForeignKey) {
            return Code.call("foreignKey", constraint.accept(this));
        }
        Imports unused = new Imports();
        Chain plain = constraint.accept(new JavaConstraints(unused));
        boolean hasMethod = plain.calls().isEmpty() && !(constraint instanceof Exclusion);
        return hasMethod && plain.head() instanceof Call call
                ? call
                : Code.call("constraints", constraint.accept(this));
    }

    /** {@code .check("email_at", "VALUE LIKE '%@%'")}, or with a check that says more. */
    Call ofDomain(Check check) {
        Call own = ofTable(check);
        return own.name().equals("check") ? own : Code.call("check", check.accept(this));
    }

    static String name(Constraint constraint) {
        String name = constraint.name();
        if (name == null) {
            throw new IllegalArgumentException("A migration names its constraints, but " + constraint + " has no name");
        }
        return name;
    }

    private Chain start(String factory, Constraint constraint, List<String> columns) {
        List<Code> arguments = new ArrayList<>();
        arguments.add(Code.string(name(constraint)));
        arguments.addAll(Code.strings(columns));
        return Code.chain(new Call(imports.use(Definitions.class, factory), arguments));
    }

    @Override
    public Chain primaryKey(PrimaryKey key) {
        Chain code = included(start("primaryKey", key, key.columns()), key.include());
        return deferred(key.isWithoutOverlaps() ? code.then("withoutOverlaps") : code, key.deferral());
    }

    @Override
    public Chain unique(Unique unique) {
        Chain code = included(start("unique", unique, unique.columns()), unique.include());
        code = unique.nullsCollide() ? code.then("nullsNotDistinct") : code;
        return deferred(unique.isWithoutOverlaps() ? code.then("withoutOverlaps") : code, unique.deferral());
    }

    @Override
    public Chain foreignKey(ForeignKey key) {
        List<Code> target = new ArrayList<>(List.of(Code.string(key.target().toString())));
        target.addAll(Code.strings(key.targetColumns()));
        Chain code = start("foreignKey", key, key.columns()).then(new Call("references", target));
        if (key.onDelete() != ForeignKey.Action.NO_ACTION) {
            List<Code> action = new ArrayList<>(List.of(Code.word(imports.use(key.onDelete()))));
            action.addAll(Code.strings(key.onDeleteColumns()));
            code = code.then(new Call("onDelete", action));
        }
        if (key.onUpdate() != ForeignKey.Action.NO_ACTION) {
            code = code.then("onUpdate", Code.word(imports.use(key.onUpdate())));
        }
        code = key.match() == ForeignKey.Match.FULL ? code.then("matchFull") : code;
        code = key.hasPeriod() ? code.then("period") : code;
        return validity(deferred(code, key.deferral()), key.validity());
    }

    @Override
    public Chain check(Check check) {
        Chain code = Code.chain(Code.call(
                imports.use(Definitions.class, "check"),
                Code.string(name(check)),
                Code.string(check.expression().sql())));
        code = check.inherited() ? code : code.then("noInherit");
        return validity(code, check.validity());
    }

    @Override
    public Chain exclusion(Exclusion exclusion) {
        Exclusion.Element first = exclusion.elements().get(0);
        Chain code = Code.chain(Code.call(
                imports.use(Definitions.class, "exclude"),
                Code.string(name(exclusion)),
                indexes.keyOrName(first.key()),
                Code.string(first.operator())));
        for (Exclusion.Element element :
                exclusion.elements().subList(1, exclusion.elements().size())) {
            code = code.then("with", indexes.keyOrName(element.key()), Code.string(element.operator()));
        }
        code = exclusion.method().equals(GIST) ? code : code.then("using", Code.string(exclusion.method()));
        code = included(code, exclusion.include());
        return deferred(where(code, exclusion.where()), exclusion.deferral());
    }

    static Chain where(Chain code, @Nullable Expression predicate) {
        return predicate == null ? code : code.then("where", Code.string(predicate.sql()));
    }

    static Chain included(Chain code, List<String> columns) {
        return columns.isEmpty() ? code : code.then(new Call("include", Code.strings(columns)));
    }

    private static Chain validity(Chain code, Validity validity) {
        return switch (validity) {
            case VALID -> code;
            case NOT_VALID -> code.then("notValid");
            case NOT_ENFORCED -> code.then("notEnforced");
        };
    }

    private static Chain deferred(Chain code, Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> code;
            case INITIALLY_IMMEDIATE -> code.then("deferrable");
            case INITIALLY_DEFERRED -> code.then("initiallyDeferred");
        };
    }

    private static final class AddMethod implements Constraint.Visitor<String> {
        @Override
        public String primaryKey(PrimaryKey primaryKey) {
            return "addPrimaryKey";
        }

        @Override
        public String unique(Unique unique) {
            return "addUnique";
        }

        @Override
        public String foreignKey(ForeignKey foreignKey) {
            return "addForeignKey";
        }

        @Override
        public String check(Check check) {
            return "addCheck";
        }

        @Override
        public String exclusion(Exclusion exclusion) {
            return "addExclude";
        }
    }
}
