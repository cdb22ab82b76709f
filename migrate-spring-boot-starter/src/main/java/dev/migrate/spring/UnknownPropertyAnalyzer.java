package dev.migrate.spring;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyMatches;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Names the nearest property where one of {@code migrate.*} doesn't exist. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnknownPropertyAnalyzer extends AbstractFailureAnalyzer<UnboundConfigurationPropertiesException> {

    private static final String PREFIX = "migrate.";
    private static final int MAX_DISTANCE = 3;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, UnboundConfigurationPropertiesException cause) {
        List<ConfigurationProperty> ours = cause.getUnboundProperties().stream()
                .filter(property -> property.getName().toString().startsWith(PREFIX))
                .toList();
        if (ours.isEmpty()) {
            return null;
        }
        StringBuilder description = new StringBuilder();
        for (ConfigurationProperty property : ours) {
            description
                    .append(description.isEmpty() ? "" : "\n")
                    .append(property.getName())
                    .append(property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")")
                    .append(" doesn't exist.")
                    .append(nearest(property.getName().toString().substring(PREFIX.length())));
        }
        return new FailureAnalysis(description.toString(), "Correct the name, or remove the property.", cause);
    }

    private static String nearest(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        Class<?> type = name.contains(".") ? MigrateProperties.History.class : MigrateProperties.class;
        String[] matches =
                PropertyMatches.forField(camelCase(last), type, MAX_DISTANCE).getPossibleMatches();
        return matches.length == 0
                ? ""
                : " Nearest: "
                        + String.join(
                                ", ",
                                Arrays.stream(matches)
                                        .map(DataObjectPropertyName::toDashedForm)
                                        .map(match -> PREFIX + name.substring(0, name.length() - last.length()) + match)
                                        .toList())
                        + ".";
    }

    private static String camelCase(String dashed) {
        StringBuilder camel = new StringBuilder();
        for (String word : dashed.split("-", -1)) {
            camel.append(
                    camel.isEmpty() || word.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }
}
