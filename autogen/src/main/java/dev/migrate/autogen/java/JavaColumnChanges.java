package dev.migrate.autogen.java;

import dev.migrate.autogen.java.Code.Call;
import dev.migrate.operation.ColumnChange;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of a column as the calls of {@code alter("status").type(varchar(100)).notNull()}. */
final class JavaColumnChanges implements ColumnChange.Visitor<Call> {

    private final JavaTypes types;
    private final JavaSequences sequences;
    private final Type type;

    /** @param type what the column's default is a value of */
    JavaColumnChanges(Imports imports, JavaTypes types, Type type) {
        this.types = types;
        this.sequences = new JavaSequences(imports, types);
        this.type = type;
    }

    @Override
    public Call setType(ColumnChange.SetType change) {
        List<Code> arguments = new ArrayList<>(List.of(types.code(change.type())));
        String collation = change.collation();
        String using = change.using();
        if (collation != null) {
            arguments.add(Code.string(collation));
        }
        if (using != null) {
            arguments.add(Code.string(using));
        }
        return new Call(collation == null ? "type" : "typeWithCollation", arguments);
    }

    @Override
    public Call setNullable(ColumnChange.SetNullable change) {
        return Code.call(change.nullable() ? "nullable" : "notNull");
    }

    @Override
    public Call setDefault(ColumnChange.SetDefault change) {
        Expression expression = change.expression();
        return expression == null ? Code.call("dropDefault") : JavaColumns.defaultCall(expression, type);
    }

    @Override
    public Call addIdentity(ColumnChange.AddIdentity change) {
        return Code.call("addIdentity", sequences.code(change.identity(), type));
    }

    @Override
    public Call setIdentity(ColumnChange.SetIdentity change) {
        return Code.call("setIdentity", sequences.code(change.identity(), type));
    }

    @Override
    public Call dropIdentity(ColumnChange.DropIdentity change) {
        return Code.call(change.ifExists() ? "dropIdentityIfExists" : "dropIdentity");
    }

    @Override
    public Call setExpression(ColumnChange.SetExpression change) {
        return Code.call("generatedAs", Code.string(change.expression().sql()));
    }

    @Override
    public Call dropExpression(ColumnChange.DropExpression change) {
        return Code.call(change.ifExists() ? "dropExpressionIfExists" : "dropExpression");
    }

    @Override
    public Call setStorage(ColumnChange.SetStorage change) {
        return Code.call("storage", textOrNull(change.storage()));
    }

    @Override
    public Call setCompression(ColumnChange.SetCompression change) {
        return Code.call("compression", textOrNull(change.compression()));
    }

    @Override
    public Call setColumnComment(ColumnChange.SetColumnComment change) {
        return Code.call("comment", textOrNull(change.comment()));
    }

    @Override
    public Call rename(ColumnChange.Rename change) {
        return Code.call("rename", Code.string(change.newName()));
    }

    static Code textOrNull(@Nullable String text) {
        return text == null ? Code.word("null") : Code.string(text);
    }
}
