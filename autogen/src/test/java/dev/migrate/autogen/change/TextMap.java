package dev.migrate.autogen.change;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/** Writes texts as they are, and maps of texts as JSON objects: the tests have no library that does. */
final class TextMap implements FormatMapper {

    private static final Pattern ENTRY = Pattern.compile("\"([^\"]*)\"\\s*:\\s*\"([^\"]*)\"");

    @Override
    public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
        if (type.getJavaTypeClass() == String.class) {
            return type.getJavaTypeClass().cast(text.toString());
        }
        Map<String, String> map = new TreeMap<>();
        Matcher entries = ENTRY.matcher(text);
        while (entries.find()) {
            map.put(entries.group(1), entries.group(2));
        }
        return type.getJavaTypeClass().cast(map);
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> "\"" + entry.getKey() + "\": \"" + entry.getValue() + "\"")
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value.toString();
    }
}
