package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;

/** Extended statistics. What a database has of them and nobody declares stays, as long as what it counts does. */
final class DetectedStatistics {

    private static final Statistics PLACE = statistics("orders_place").on("orders", "country", "city");

    static final List<Detected> CASES = List.of(
            detected("statistics come")
                    .before(orders())
                    .after(orders(PLACE.ndistinct().dependencies().target(500).comment("Cities are in one country")))
                    .upgrade("""
                            op.createStatistics(statistics("orders_place")
                                    .on("orders", "city", "country")
                                    .ndistinct()
                                    .dependencies()
                                    .target(500)
                                    .comment("Cities are in one country"));
                    """)
                    .downgrade("""
                            op.dropStatistics("orders_place");
                    """),
            detected("statistics are of other kinds")
                    .before(orders(PLACE.mcv().target(10)))
                    .after(orders(PLACE))
                    .upgrade("""
                            op.dropStatistics("orders_place");
                            op.createStatistics(statistics("orders_place").on("orders", "city", "country"));
                    """)
                    .downgrade("""
                            op.dropStatistics("orders_place");
                            op.createStatistics(statistics("orders_place").on("orders", "city", "country").mcv().target(10));
                    """),
            detected("statistics have another target and comment")
                    .before(orders(PLACE.target(10)))
                    .after(orders(PLACE.comment("Cities")))
                    .upgrade("""
                            op.setStatisticsTarget("orders_place", 10, null);
                            op.comment(onStatistics("orders_place"), "Cities");
                    """)
                    .downgrade("""
                            op.comment(onStatistics("orders_place"), null);
                            op.setStatisticsTarget("orders_place", null, 10);
                    """),
            detected("statistics are of an expression")
                    .before(orders(PLACE))
                    .after(orders(statistics("orders_place").on("orders", key("country"), expression("lower(city)"))))
                    .since(14)
                    .upgrade("""
                            op.dropStatistics("orders_place");
                            op.createStatistics(statistics("orders_place").on("orders", key("country"), expression("lower(city)")));
                    """)
                    .downgrade("""
                            op.dropStatistics("orders_place");
                            op.createStatistics(statistics("orders_place").on("orders", "city", "country"));
                    """),
            detected("statistics go with one of their columns, and come back with it")
                    .before(orders(PLACE.target(10)))
                    .after(table("orders").columns(column("country", text())))
                    .upgrade("""
                            op.dropStatistics("orders_place");

                            // The values of orders.city are lost.
                            op.dropColumn("orders", "city");
                    """)
                    .downgrade("""
                            op.addColumn("orders", column("city", text()));
                            op.createStatistics(statistics("orders_place").on("orders", "city", "country").target(10));
                    """),
            detected("statistics go with their table, and come back with it")
                    .before(orders(PLACE))
                    .upgrade("""
                            op.dropStatistics("orders_place");

                            // The rows of orders are lost.
                            op.dropTable("orders");
                    """)
                    .downgrade("""
                            op.createTable(table("orders").columns(column("country", text()), column("city", text())));
                            op.createStatistics(statistics("orders_place").on("orders", "city", "country"));
                    """),
            detected("a column of another type leaves statistics alone that have no target")
                    .before(orders(PLACE.comment("Cities")))
                    .after(table("orders").columns(column("country", varchar(2)), column("city", text())))
                    .upgrade("""
                            // Fails where a value of orders.country does not fit: text becomes character varying(2).
                            op.alterColumn("orders", alter("country").type(varchar(2)));
                    """)
                    .downgrade("""
                            op.alterColumn("orders", alter("country").type(text()));
                    """),
            detected("a column of another type would make statistics forget their target")
                    .before(orders(PLACE.target(10)))
                    .after(table("orders").columns(column("country", varchar(2)), column("city", text())))
                    .upgrade("""
                            op.dropStatistics("orders_place");

                            // Fails where a value of orders.country does not fit: text becomes character varying(2).
                            op.alterColumn("orders", alter("country").type(varchar(2)));

                            op.createStatistics(statistics("orders_place").on("orders", "city", "country").target(10));
                    """)
                    .downgrade("""
                            op.dropStatistics("orders_place");
                            op.alterColumn("orders", alter("country").type(text()));
                            op.createStatistics(statistics("orders_place").on("orders", "city", "country").target(10));
                    """),
            detected("statistics follow their column's new name")
                    .before(orders(PLACE))
                    .after(table("orders").columns(column("country", text()), column("town", text())))
                    .renaming("orders.city:town")
                    .upgrade("""
                            op.renameColumn("orders", "city", "town");
                    """)
                    .downgrade("""
                            op.renameColumn("orders", "town", "city");
                    """));

    private DetectedStatistics() {}

    private static Schema orders(Statistics... statistics) {
        return Schema.ofTables(table("orders").columns(column("country", text()), column("city", text())))
                .withStatistics(List.of(statistics));
    }
}
