package dev.migrate.ddl;

import dev.migrate.operation.IndexOperation.DropIndexByName;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.operation.Statement;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;

/** Indexes as SQL (PostgreSQL manual, CREATE INDEX). */
final class IndexDdl {

    private static final IndexKey.Target.Visitor<String> TARGET = new IndexKey.Target.Visitor<>() {
        @Override
        public String column(IndexKey.Target.OfColumn target) {
            return SqlIdentifiers.quote(target.name());
        }

        @Override
        public String expression(IndexKey.Target.OfExpression target) {
            return "(" + WrittenSql.part(target.expression()) + ")";
        }
    };

    private final ServerVersion version;

    IndexDdl(ServerVersion version) {
        this.version = version;
    }

    Statement create(Index index) {
        if (index.nullsCollide()) {
            ServerFeature.NULLS_NOT_DISTINCT.require(
                    version,
                    "index " + index.name() + " on " + index.table(),
                    "Index coalesce(column, …) as an expression instead.");
        }
        if (index.method().equals("spgist") && !index.include().isEmpty()) {
            ServerFeature.INCLUDE_IN_SPGIST.require(
                    version, "index " + index.name() + " on " + index.table(), "Leave the included columns out.");
        }
        String sql = "CREATE " + Clause.when(index.isUnique(), "UNIQUE ") + "INDEX "
                + Clause.when(index.isConcurrent(), "CONCURRENTLY ") + Clause.ifNotExists(index.onlyIfMissing())
                + SqlIdentifiers.quote(index.name()) + " ON " + SqlIdentifiers.quote(index.table())
                + Clause.when(!index.method().equals(Index.BTREE), " USING " + SqlIdentifiers.quote(index.method()))
                + " (" + keys(index.keys()) + ")" + Clause.include(index.include())
                + Clause.when(index.nullsCollide(), " NULLS NOT DISTINCT")
                + Clause.when(!index.with().isEmpty(), " WITH " + Clause.parameters(index.with()))
                + (index.tablespace() == null ? "" : " TABLESPACE " + SqlIdentifiers.quote(index.tablespace()))
                + (index.where() == null ? "" : " WHERE " + index.where().sql());
        return new Statement(sql, !index.isConcurrent());
    }

    Statement drop(Index index) {
        return drop(index.qualifiedName(), index.isConcurrent(), index.onlyIfMissing(), false);
    }

    Statement drop(DropIndexByName drop) {
        return drop(drop.index(), drop.concurrently(), drop.ifExists(), drop.cascade());
    }

    private static Statement drop(QualifiedName name, boolean concurrently, boolean ifExists, boolean cascade) {
        String sql = "DROP INDEX " + Clause.when(concurrently, "CONCURRENTLY ") + Clause.ifExists(ifExists)
                + SqlIdentifiers.quote(name) + Clause.dropTail(cascade);
        return new Statement(sql, !concurrently);
    }

    Statement rename(RenameIndex rename) {
        return Statement.of("ALTER INDEX " + SqlIdentifiers.quote(rename.index()) + " RENAME TO "
                + SqlIdentifiers.quote(rename.newName()));
    }

    static String keys(List<IndexKey> keys) {
        return keys.stream().map(IndexDdl::key).collect(Collectors.joining(", "));
    }

    /** The order of nulls is written only where it isn't what PostgreSQL takes for that direction. */
    static String key(IndexKey key) {
        return key.target().accept(TARGET)
                + (key.collation() == null ? "" : " COLLATE " + key.collation())
                + (key.operatorClass() == null ? "" : " " + key.operatorClass())
                + Clause.when(key.isDescending(), " DESC")
                + Clause.when(
                        key.isDescending() != key.nullsComeFirst(),
                        key.nullsComeFirst() ? " NULLS FIRST" : " NULLS LAST");
    }
}
