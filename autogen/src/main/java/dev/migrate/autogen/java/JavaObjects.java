package dev.migrate.autogen.java;

import dev.migrate.autogen.java.Code.Call;
import dev.migrate.autogen.java.Code.Chain;
import dev.migrate.operation.CreateOption;
import dev.migrate.operation.DropOption;
import dev.migrate.operation.EnumOperation.AddEnumValue;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.Use;
import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.ObjectOperation.Kind;
import dev.migrate.schema.Check;
import dev.migrate.schema.Definitions;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Types, domains and what is dropped by name. */
final class JavaObjects {

    private final Imports imports;
    private final JavaTypes types;
    private final JavaConstraints constraints;

    JavaObjects(Imports imports, JavaTypes types) {
        this.imports = imports;
        this.types = types;
        this.constraints = new JavaConstraints(imports);
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
            code = code.then(constraints.ofDomain(check));
        }
        return code.thenIfPresent("comment", domain.comment());
    }

    List<Code> addValue(AddEnumValue add) {
        List<Code> arguments = new ArrayList<>(List.of(JavaRareOperations.name(add.type()), Code.string(add.value())));
        String before = add.before();
        String after = add.after();
        if (before != null) {
            arguments.add(Code.string(before));
        }
        if (after != null) {
            arguments.add(Code.string(after));
        }
        if (add.ifNotExists()) {
            arguments.add(Code.word(imports.use(CreateOption.IF_NOT_EXISTS)));
        }
        String place = before != null ? "Before" : after != null ? "After" : "";
        return List.of(new Call("op.addEnumValue" + place, arguments));
    }

    Code code(Extension extension) {
        Chain code = Code.chain(Code.call(imports.use(Definitions.class, "extension"), Code.string(extension.name())))
                .thenIfPresent("schema", extension.schema())
                .thenIfPresent("version", extension.version());
        return extension.onlyIfMissing() ? code.then("ifNotExists") : code;
    }

    /** {@code DROP} of an object, with its options behind what names it. */
    List<Code> drop(String method, List<Code> names, boolean ifExists, boolean cascade) {
        List<Code> arguments = new ArrayList<>(names);
        if (ifExists) {
            arguments.add(Code.word(imports.use(DropOption.IF_EXISTS)));
        }
        if (cascade) {
            arguments.add(Code.word(imports.use(DropOption.CASCADE)));
        }
        return List.of(new Call("op." + method, arguments));
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
            statements.addAll(addValue(new AddEnumValue(change.from().name(), value, before, after, false)));
        }
        if (!Objects.equals(change.from().comment(), change.to().comment())) {
            Commented type = new Commented.OnType(change.to().name());
            statements.addAll(
                    type.accept(new JavaComments(imports, types, change.to().comment())));
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
                    case STATISTICS -> "dropStatistics";
                    case TYPE -> "dropEnum";
                    case DOMAIN -> "dropDomain";
                    case SCHEMA -> "dropSchema";
                    case EXTENSION -> "dropExtension";
                    case VIEW -> "dropView";
                    case MATERIALIZED_VIEW -> "dropMaterializedView";
                };
        // These two are given by their exact names, in which a dot is a dot.
        boolean isExact = drop.kind() == Kind.SCHEMA || drop.kind() == Kind.EXTENSION;
        Code name = isExact ? Code.string(drop.name().name()) : JavaRareOperations.name(drop.name());
        return drop(method, List.of(name), drop.ifExists(), drop.cascade());
    }
}
