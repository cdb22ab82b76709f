package dev.migrate.autogen.model;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values as text: the same for what means the same in whichever type it is kept. */
final class Texts {

    /** Text that a number has become keeps its digits: {@code 2.00} is what {@code 2} is. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private Texts() {}

    static String of(@Nullable Object value) {
        return of(value, String::valueOf);
    }

    /** @param other for what isn't Java's own, entities among it */
    static String of(@Nullable Object value, Function<Object, String> other) {
        if (value instanceof Number
                || (value instanceof String text && NUMBER.matcher(text).matches())) {
            return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
        }
        if (value instanceof OffsetDateTime moment) {
            return moment.toInstant().toString();
        }
        if (value instanceof ZonedDateTime moment) {
            return moment.toInstant().toString();
        }
        if (value instanceof LocalDateTime moment) {
            return moment.toInstant(ZoneOffset.UTC).toString();
        }
        if (value instanceof java.sql.Date day) {
            return day.toLocalDate().toString();
        }
        if (value instanceof Date moment) {
            return moment.toInstant().toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (value instanceof Map<?, ?> map) {
            TreeMap<String, String> texts = new TreeMap<>();
            map.forEach((key, each) -> texts.put(of(key, other), of(each, other)));
            return texts.toString();
        }
        if (value instanceof Collection<?> all) {
            Stream<String> texts = all.stream().map(each -> of(each, other));
            boolean hasOrder =
                    all instanceof List && !all.getClass().getSimpleName().endsWith("Bag");
            return (hasOrder ? texts : texts.sorted()).toList().toString();
        }
        if (value != null && value.getClass().isArray()) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                texts.add(of(Array.get(value, i), other));
            }
            return texts.toString();
        }
        return value == null || value.getClass().getName().startsWith("java.")
                ? String.valueOf(value)
                : other.apply(value);
    }
}
