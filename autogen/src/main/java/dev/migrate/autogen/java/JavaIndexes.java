package dev.migrate.autogen.java;

import dev.migrate.autogen.java.Code.Call;
import dev.migrate.autogen.java.Code.Chain;
import dev.migrate.schema.Definitions;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Indexes as {@code index("ix_agents_name").on("agents", "name").unique()}, and extended statistics alike. */
final class JavaIndexes {

    private final Imports imports;

    JavaIndexes(Imports imports) {
        this.imports = imports;
    }

    Code code(Index index) {
        List<Code> on = new ArrayList<>(List.of(Code.string(index.table().toString())));
        on.addAll(keys(index.keys()));
        Chain code = Code.chain(Code.call(imports.use(Definitions.class, "index"), Code.string(index.name())))
                .then(new Call("on", on));
        code = index.isUnique() ? code.then("unique") : code;
        code = index.nullsCollide() ? code.then("nullsNotDistinct") : code;
        code = index.method().equals(Index.BTREE) ? code : code.then("using", Code.string(index.method()));
        code = JavaConstraints.where(JavaConstraints.included(code, index.include()), index.where());
        for (var parameter : index.with().entrySet()) {
            code = code.then("with", Code.string(parameter.getKey()), Code.string(parameter.getValue()));
        }
        code = code.thenIfPresent("tablespace", index.tablespace());
        code = index.isConcurrent() ? code.then("concurrently") : code;
        return index.onlyIfMissing() ? code.then("ifNotExists") : code;
    }

    Code code(Statistics statistics) {
        List<Code> on = new ArrayList<>(List.of(JavaRareOperations.name(statistics.table())));
        on.addAll(keys(statistics.keys()));
        Chain code = Code.chain(Code.call(
                        imports.use(Definitions.class, "statistics"), JavaRareOperations.name(statistics.name())))
                .then(new Call("on", on));
        for (Statistics.Kind kind : new TreeSet<>(statistics.kinds())) {
            code = code.then(kind.name().toLowerCase(Locale.ROOT));
        }
        code = statistics.target() == null ? code : code.then("target", Code.word(String.valueOf(statistics.target())));
        code = code.thenIfPresent("comment", statistics.comment());
        return statistics.onlyIfMissing() ? code.then("ifNotExists") : code;
    }

    /** Columns by their names if all are plain, otherwise all as keys: a call takes one kind of argument. */
    List<Code> keys(List<IndexKey> keys) {
        boolean allPlain = keys.stream().allMatch(JavaIndexes::isPlain);
        return keys.stream().map(key -> allPlain ? keyOrName(key) : key(key)).toList();
    }

    /** A plain column by its name, anything else as a key. */
    Code keyOrName(IndexKey key) {
        return isPlain(key) ? Code.string(key.text()) : key(key);
    }

    private static boolean isPlain(IndexKey key) {
        return key.column().filter(name -> key.equals(IndexKey.column(name))).isPresent();
    }

    private Code key(IndexKey key) {
        Chain code = Code.chain(Code.call(
                        imports.use(Definitions.class, key.column().isPresent() ? "key" : "expression"),
                        Code.string(key.text())))
                .thenIfPresent("collation", key.collation())
                .thenIfPresent("operatorClass", key.operatorClass());
        if (key.isDescending()) {
            code = code.then("desc");
            return key.nullsComeFirst() ? code : code.then("nullsLast");
        }
        return key.nullsComeFirst() ? code.then("nullsFirst") : code;
    }
}
