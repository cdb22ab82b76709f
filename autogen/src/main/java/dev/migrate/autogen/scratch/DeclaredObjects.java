package dev.migrate.autogen.scratch;

import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Column;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Declared functions, procedures, views, triggers, policies and rules as PostgreSQL prints them: their doubles are created over doubles of
 * the tables that they mention. What PostgreSQL refuses there, because it needs what exists in neither place, is compared
 * by its identity alone; unless it needs another declared view or routine that the database doesn't have: then the database
 * can't have this one as it is declared either.
 */
final class DeclaredObjects {

    private final ScratchSession session;
    private final ScratchNames names;
    private final Schema declared;
    private final Schema live;

    DeclaredObjects(ScratchSession session, ScratchNames names, Schema declared, Schema live) {
        this.session = session;
        this.names = names;
        this.declared = declared;
        this.live = live;
    }

    /** The objects, those that could be created with the server's text. */
    List<AuxiliaryObject> canonical(List<AuxiliaryObject> objects) throws SQLException {
        Map<AuxiliaryObject, DeclaredObject> known = new LinkedHashMap<>();
        for (AuxiliaryObject object : objects) {
            DeclaredObject.of(object, names.nextPart())
                    .filter(this::touchesNothingReal)
                    .ifPresent(found -> known.put(object, found));
        }
        if (known.isEmpty()) {
            return objects;
        }
        Schema read = session.undone(() -> {
            session.checkNoBodies();
            session.create(tables(known.values()));
            for (DeclaredObject object : known.values()) {
                session.refusal(List.of(object.part(names)));
            }
            return session.readBack();
        });
        List<DeclaredObject> missing =
                known.values().stream().filter(this::isMissing).toList();
        List<AuxiliaryObject> canonical = new ArrayList<>();
        for (AuxiliaryObject object : objects) {
            DeclaredObject found = known.get(object);
            canonical.add(found == null ? object : canonical(found, read, missing));
        }
        return canonical;
    }

    private AuxiliaryObject canonical(DeclaredObject object, Schema read, List<DeclaredObject> missing) {
        return object.in(read)
                .map(each -> object.canonical(each, names, session.defaultSchema()))
                .orElseGet(() -> missing.stream().anyMatch(object::mayNeed) ? object.unlikeAny() : object.declared());
    }

    /** Whether the database has no view or routine of that name. */
    private boolean isMissing(DeclaredObject object) {
        return !object.isOfTable()
                && live.auxiliaryObjects().stream()
                        .noneMatch(existing -> object.isNamed(existing.identity(), session.defaultSchema()));
    }

    /** A trigger on what has no double would lock a table that is in use; so would a policy or a rule. */
    private boolean touchesNothingReal(DeclaredObject object) {
        return !object.isOfTable()
                || object.table()
                        .map(session.defaultSchema()::implied)
                        .filter(table -> declared.table(table).isPresent())
                        .isPresent();
    }

    private List<ScratchPart> tables(Iterable<DeclaredObject> objects) {
        Set<Table> needed = new LinkedHashSet<>();
        for (DeclaredObject object : objects) {
            if (!object.isRoutine()) {
                declared.tables().stream()
                        .filter(table -> object.mentions(table.name()))
                        .forEach(needed::add);
            }
        }
        return needed.stream().map(this::part).toList();
    }

    /** The columns that the table has come first, in their order, so that {@code SELECT *} means what it meant. */
    private ScratchPart part(Table table) {
        List<Column> columns = new ArrayList<>();
        live.table(table.name()).stream()
                .flatMap(existing -> existing.columns().stream())
                .flatMap(column -> table.column(column.name()).stream())
                .forEach(columns::add);
        table.columns().stream().filter(column -> !columns.contains(column)).forEach(columns::add);
        Table bare = Table.of(names.scratch(table.name()))
                .withColumns(columns.stream()
                        .map(column -> names.toScratch(column, table)
                                .defaultExpression(null)
                                .identity((Identity) null))
                        .toList());
        return ScratchPart.whole("table " + table.name(), new CreateTable(table), new CreateTable(bare));
    }
}
