package dev.migrate.schema;

import java.util.List;
import java.util.stream.Stream;

/** Lists that grow by copying. */
final class Lists {

    private Lists() {}

    static <T> List<T> append(List<T> first, List<? extends T> more) {
        return Stream.<T>concat(first.stream(), more.stream()).toList();
    }
}
