package dev.migrate.cli;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Takes what wasn't typed from the environment: {@code MIGRATE_LOCK_TIMEOUT} stands for {@code --lock-timeout}. An empty
 * variable is none.
 *
 * @param environment a variable's value, or null
 */
record EnvironmentDefaults(UnaryOperator<@Nullable String> environment) implements IDefaultValueProvider {

    private static final String PREFIX = "MIGRATE_";

    /** The variable for an option: {@code MIGRATE_URL} for {@code --url}. */
    static String variable(String option) {
        return PREFIX + option.replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        String value = environment.apply(variable(option.longestName()));
        return value == null || value.isEmpty() ? null : value;
    }
}
