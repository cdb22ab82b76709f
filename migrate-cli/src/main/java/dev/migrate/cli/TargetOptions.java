package dev.migrate.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The revision that a command is about: typed behind it, or as an option. */
final class TargetOptions {

    private static final String REVISION = "--revision";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "REVISION",
            description = "head, heads, base, an id or a unique prefix of one, +2, -1, label@head; with --sql also"
                    + " FROM:TO.")
    private @Nullable String revision;

    @Option(names = REVISION, paramLabel = "REVISION", description = "The same as an option: --revision=-1.")
    private @Nullable String option;

    /**
     * What was given.
     *
     * @throws ParameterException if it was typed twice
     */
    Optional<String> given() {
        if (revision != null && spec.commandLine().getParseResult().hasMatchedOption(REVISION)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Two revisions: " + revision + " and --revision=" + option + ". Expected one of them.");
        }
        return Optional.ofNullable(revision).or(() -> Optional.ofNullable(option));
    }
}
