package dev.migrate.autogen.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * The text of a query, from a resource beside this class.
 *
 * <p>A line that ends in {@code -- since 15} or {@code -- before 15} is meant for servers of those majors only: a column
 * of the catalog that exists from a version on, and what stands in for it.
 */
final class CatalogQuery {

    private static final String SINCE = "-- since ";
    private static final String BEFORE = "-- before ";

    private CatalogQuery() {}

    static String load(String resource) {
        try (InputStream in = CatalogQuery.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The resource " + resource + " is missing beside " + CatalogQuery.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The query for a server of {@code major}. */
    static String load(String resource, int major) {
        return load(resource).lines().filter(line -> isMeantFor(line, major)).collect(Collectors.joining("\n"));
    }

    private static boolean isMeantFor(String line, int major) {
        int since = line.lastIndexOf(SINCE);
        if (since >= 0) {
            return major >= Integer.parseInt(line.substring(since + SINCE.length()));
        }
        int before = line.lastIndexOf(BEFORE);
        return before < 0 || major < Integer.parseInt(line.substring(before + BEFORE.length()));
    }
}
