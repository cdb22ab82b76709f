package dev.migrate.autogen.java;

import dev.migrate.autogen.java.Code.Call;
import dev.migrate.operation.Comments;
import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comments as {@code op.comment(onTable("agents"), "Everybody who works for us")}. */
final class JavaComments implements Commented.TargetVisitor<List<Code>> {

    private final Imports imports;
    private final JavaTypes types;
    private final @Nullable String text;

    JavaComments(Imports imports, JavaTypes types, @Nullable String text) {
        this.imports = imports;
        this.types = types;
        this.text = text;
    }

    private List<Code> on(String factory, Code... names) {
        Call target = Code.call(imports.use(Comments.class, factory), names);
        return JavaRareOperations.op("comment", target, JavaColumnChanges.textOrNull(text));
    }

    private static Code name(QualifiedName name) {
        return JavaRareOperations.name(name);
    }

    @Override
    public List<Code> onTable(Commented.OnTable target) {
        return on("onTable", name(target.table()));
    }

    @Override
    public List<Code> onColumn(Commented.OnColumn target) {
        return on("onColumn", name(target.table()), Code.string(target.column()));
    }

    @Override
    public List<Code> onIndex(Commented.OnIndex target) {
        return on("onIndex", name(target.index()));
    }

    @Override
    public List<Code> onConstraint(Commented.OnConstraint target) {
        return on("onConstraint", name(target.table()), Code.string(target.constraint()));
    }

    @Override
    public List<Code> onSequence(Commented.OnSequence target) {
        return on("onSequence", name(target.sequence()));
    }

    @Override
    public List<Code> onStatistics(Commented.OnStatistics target) {
        return on("onStatistics", name(target.statistics()));
    }

    @Override
    public List<Code> onType(Commented.OnType target) {
        return on("onType", name(target.type()));
    }

    @Override
    public List<Code> onSchema(Commented.OnSchema target) {
        return on("onSchema", Code.string(target.schema()));
    }

    @Override
    public List<Code> onExtension(Commented.OnExtension target) {
        return on("onExtension", Code.string(target.extension()));
    }

    @Override
    public List<Code> onObject(Commented.OnObject target) {
        JavaDefinitions.Named named = new JavaDefinitions(imports, types).named(target.object());
        return on("on" + named.kind(), named.names().toArray(Code[]::new));
    }
}
