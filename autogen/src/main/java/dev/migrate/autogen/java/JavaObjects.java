package dev.migrate.autogen.java;

import dev.migrate.autogen.java.Code.Call;
import dev.migrate.autogen.java.Code.Chain;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.Use;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.schema.Check;
import dev.migrate.schema.Definitions;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types, domains and what is dropped by name. */
final class JavaObjects {

    private final Imports imports;
    private final JavaTypes types;

    JavaObjects(Imports imports, JavaTypes types) {
        this.imports = imports;
        this.types = types;
    }

    Code code(EnumType type) {
        List<Code> arguments = new ArrayList<>(List.of(JavaRareOperations.name(type.name())));
        arguments.addAll(Code.strings(type.values()));
        return Code.chain(new Call(imports.use(Definitions.class, "enumType"), arguments))
                .thenIfPresent("comment", type.comment());
    }

    Code code(Domain domain) {
        Chain code = Code.chain(Code.call(
                imports.use(Definitions.class, "domain"),
                JavaRareOperations.name(domain.name()),
                types.code(domain.type())));
        code = domain.nullable() ? code : code.then("notNull");
        Expression value = domain.defaultExpression();
        code = value == null ? code : code.then(JavaColumns.defaultCall(value, domain.type()));
        code = code.thenIfPresent("collation", domain.collation());
        for (Check check : domain.checks()) {
            code = code.then(
                    "check",
                    Code.string(JavaConstraints.name(check)),
                    Code.string(check.expression().sql()));
        }
        return code.thenIfPresent("comment", domain.comment());
    }

    List<Code> addValue(QualifiedName type, String value, @Nullable String before, @Nullable String after) {
        List<Code> arguments = new ArrayList<>(List.of(JavaRareOperations.name(type), Code.string(value)));
        if (before != null) {
            arguments.add(Code.string(before));
            return List.of(new Call("op.addEnumValueBefore", arguments));
        }
        if (after != null) {
            arguments.add(Code.string(after));
            return List.of(new Call("op.addEnumValueAfter", arguments));
        }
        return List.of(new Call("op.addEnumValue", arguments));
    }

    /** Values that only come are added one by one; otherwise the type is replaced. */
    List<Code> change(ChangeEnum change) {
        List<String> from = change.from().values();
        List<String> to = change.to().values();
        if (!to.stream().filter(from::contains).toList().equals(from)) {
            return List.of(replacement(change));
        }
        List<Code> statements = new ArrayList<>();
        for (int i = 0; i < to.size(); i++) {
            String value = to.get(i);
            if (from.contains(value)) {
                continue;
            }
            boolean isLast = to.subList(i, to.size()).stream().noneMatch(from::contains);
            String before = i == 0 && !from.isEmpty() ? from.get(0) : null;
            String after = i == 0 || isLast ? null : to.get(i - 1);
            statements.addAll(addValue(change.from().name(), value, before, after));
        }
        return statements;
    }

    private Code replacement(ChangeEnum change) {
        List<Code> mapping = new ArrayList<>();
        change.mapping().forEach((value, newValue) -> mapping.addAll(Code.strings(List.of(value, newValue))));
        Code map = new Call(imports.type("java.util.Map") + ".of", mapping);
        List<Code> arguments = new ArrayList<>(List.of(code(change.from()), code(change.to()), map));
        change.uses().forEach(use -> arguments.add(use(use)));
        return new Call("op.replaceEnum", arguments);
    }

    private Code use(Use use) {
        Chain code = Code.chain(Code.call(
                imports.use(Use.class, "use"), JavaRareOperations.name(use.table()), Code.string(use.column())));
        code = use.array() ? code.then("ofArray") : code;
        Expression value = use.defaultExpression();
        return value == null ? code : code.then("defaultSql", Code.string(value.sql()));
    }

    List<Code> drop(DropByName drop) {
        String method =
                switch (drop.kind()) {
                    case TABLE -> "dropTable";
                    case SEQUENCE -> "dropSequence";
                    case TYPE -> "dropEnum";
                    case DOMAIN -> "dropDomain";
                    case SCHEMA -> "dropSchema";
                    case EXTENSION -> "dropExtension";
                    case VIEW -> "dropView";
                    case MATERIALIZED_VIEW -> "dropMaterializedView";
                };
        return List.of(Code.call("op." + method, JavaRareOperations.name(drop.name())));
    }
}
