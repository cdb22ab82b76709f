package dev.migrate.maven;

import dev.migrate.MigrateBuilder;
import dev.migrate.OnDataLoss;
import dev.migrate.lint.Ignored;
import dev.migrate.maven.parameter.Choice;
import dev.migrate.maven.parameter.Elements;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that runs migrations, or writes what would, and so may lose data. */
abstract class LossyMojo extends ScriptMojo {

    /** What to do where data is lost for good: warn says what before it begins, refuse runs nothing. */
    @Parameter(property = "migrate.loss", defaultValue = "warn")
    private String loss;

    /** Rules of lint whose losses are allowed, each with its reason: drop-column=why, or 0012:drop-column=why. */
    @Parameter(property = "migrate.lintIgnore")
    private List<String> lintIgnore = List.of();

    @Override
    protected MigrateBuilder configure(MigrateBuilder builder) {
        return builder.loss(Choice.of("loss", loss, OnDataLoss.values()))
                .lintIgnore(Elements.of(lintIgnore).stream().map(Ignored::parse).toList());
    }
}
