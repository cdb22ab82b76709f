package dev.migrate.autogen.diff.ownership;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what columns keep because only Hibernate's defaults are against it: in an old schema that is much. */
public final class KeptText {

    private KeptText() {}

    /** How much there is of each kind; empty if there is nothing. */
    public static Optional<String> summary(List<KeptProperty> kept) {
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        List<String> counts = new ArrayList<>();
        for (KeptProperty.Kind kind : KeptProperty.Kind.values()) {
            long number = kept.stream().filter(one -> one.kind() == kind).count();
            if (number > 0) {
                counts.add(kind.count(number));
            }
        }
        return Optional.of("Left alone, as the entities don't say it and only Hibernate's defaults differ: "
                + String.join(", ", counts) + ". To change a column, write what it has to be into its mapping (length ="
                + " 255, nullable = true). To change all: -Dmigrate.hibernateDefaults");
    }

    /** A line for each, by table and column. */
    public static List<String> lines(List<KeptProperty> kept) {
        return kept.stream().map(KeptProperty::line).sorted().toList();
    }
}
