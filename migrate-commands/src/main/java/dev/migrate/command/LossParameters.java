package dev.migrate.command;

import dev.migrate.MigrateBuilder;
import dev.migrate.OnDataLoss;
import dev.migrate.command.parameter.Choice;
import dev.migrate.command.parameter.Elements;
import dev.migrate.lint.Ignored;
import java.util.List;

/**
 * What a run may lose, and from which size of tables on it runs online, as it was typed.
 *
 * @param loss {@code warn} or {@code refuse}
 * @param lintIgnore rules of lint whose losses are allowed, each with its reason
 * @param onlineFrom how many rows a table has to have before its revision runs online
 */
public record LossParameters(String loss, List<String> lintIgnore, long onlineFrom) {

    public LossParameters {
        lintIgnore = Elements.of(lintIgnore);
    }

    /**
     * Adds them to a run.
     *
     * @throws dev.migrate.MigrateException if a parameter has a value that it can't have
     */
    public MigrateBuilder addTo(MigrateBuilder builder) {
        return builder.onlineFrom(onlineFrom)
                .loss(Choice.of("loss", loss, OnDataLoss.values()))
                .lintIgnore(lintIgnore.stream().map(Ignored::parse).toList());
    }
}
