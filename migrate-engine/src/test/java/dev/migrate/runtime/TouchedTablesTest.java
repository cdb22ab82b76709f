package dev.migrate.runtime;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.DropColumnByName;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraintByName;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndexByName;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TouchedTablesTest {

    private static final QualifiedName ORDERS = QualifiedName.parse("orders");

    private static String touched(Operation... operations) {
        return TouchedTables.of(List.of(operations))
                .map(tables -> Stream.concat(
                                tables.relations().stream().map(QualifiedName::toString),
                                tables.detached().stream().map(table -> table + " and what it refers to"))
                        .collect(Collectors.joining(", ")))
                .orElse("unknown");
    }

    @Test
    void anIndexIsOfItsTable() {
        assertThat(touched(new CreateIndex(index("ix").on("shop.orders", "id").concurrently())))
                .isEqualTo("shop.orders");
        assertThat(touched(new DropIndexByName(QualifiedName.parse("shop.ix"), true)))
                .isEqualTo("shop.ix");
    }

    @Test
    void aForeignKeyLocksTheTableThatItRefersTo() {
        assertThat(touched(
                        new AddConstraint(ORDERS, foreignKey("fk", "customer").references("customers", "id"))))
                .isEqualTo("customers, orders");
        assertThat(touched(new CreateTable(table("orders")
                        .columns(column("customer", bigint()))
                        .constraints(foreignKey("fk", "customer").references("customers", "id")))))
                .isEqualTo("customers, orders");
        assertThat(touched(new DropConstraintByName(ORDERS, "fk", false, false)))
                .isEqualTo("orders, orders and what it refers to");
        assertThat(touched(new DropColumnByName(ORDERS, "customer", false, false)))
                .isEqualTo("orders, orders and what it refers to");
    }

    @Test
    void whatOnlyPostgresKnowsMakesAllOfThemUnknown() {
        assertThat(touched(new AddColumn(ORDERS, column("n", bigint()), null), new Execute("UPDATE orders SET n = 1")))
                .isEqualTo("unknown");
        assertThat(touched(new DropColumnByName(ORDERS, "customer", false, true)))
                .isEqualTo("unknown");
    }
}
