package dev.migrate.autogen.java;

import dev.migrate.autogen.java.Code.Call;
import dev.migrate.autogen.java.Code.Chain;
import dev.migrate.schema.Definitions;
import dev.migrate.schema.PartitionOf;
import dev.migrate.schema.Partitioning;
import dev.migrate.schema.Table;

/** Tables as {@code table("agents").columns(…).primaryKey("agents_pkey", "id")}, without their indexes. */
final class JavaTables {

    private final Imports imports;
    private final JavaColumns columns;
    private final JavaConstraints constraints;
    private final JavaIndexes indexes;

    JavaTables(Imports imports, JavaTypes types) {
        this.imports = imports;
        this.columns = new JavaColumns(imports, types);
        this.constraints = new JavaConstraints(imports);
        this.indexes = new JavaIndexes(imports);
    }

    Code code(Table table) {
        Chain code = Code.chain(Code.call(
                imports.use(Definitions.class, "table"),
                Code.string(table.name().toString())));
        if (!table.columns().isEmpty()) {
            code = code.then(new Call(
                    "columns", table.columns().stream().map(columns::code).toList()));
        }
        for (var constraint : table.constraints()) {
            code = code.then(constraints.ofTable(constraint));
        }
        code = storage(partitioned(code, table), table).thenIfPresent("comment", table.comment());
        return table.onlyIfMissing() ? code.then("ifNotExists") : code;
    }

    private Chain partitioned(Chain start, Table table) {
        Chain code = start;
        for (var parent : table.inherits()) {
            code = code.then("inherits", Code.string(parent.toString()));
        }
        PartitionOf partition = table.partitionOf();
        if (partition != null) {
            code = code.then("partitionOf", Code.string(partition.parent().toString()), Code.string(partition.bound()));
        }
        Partitioning partitioning = table.partitioning();
        if (partitioning == null) {
            return code;
        }
        String method =
                switch (partitioning.strategy()) {
                    case RANGE -> "partitionByRange";
                    case LIST -> "partitionByList";
                    case HASH -> "partitionByHash";
                };
        return code.then(new Call(method, indexes.keys(partitioning.keys())));
    }

    private static Chain storage(Chain start, Table table) {
        Chain code = table.isUnlogged() ? start.then("unlogged") : start;
        for (var parameter : table.storageParameters().entrySet()) {
            code = code.then("with", Code.string(parameter.getKey()), Code.string(parameter.getValue()));
        }
        return code.thenIfPresent("tablespace", table.tablespace());
    }
}
