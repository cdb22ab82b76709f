package dev.migrate.autogen.source;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads property and YAML files of the class path into flat keys: {@code spring.jpa.hibernate.ddl-auto}. */
final class ConfigFiles {

    private static final Pattern SEPARATOR = Pattern.compile("(?m)^[#!]---\\s*$");

    private static final Pattern ELEMENT = Pattern.compile("(?<key>.+)\\[(?<index>\\d{1,9})]");

    private ConfigFiles() {}

    /**
     * The documents of one file in order, or none if there is no such file. Parts of a YAML file are separated by
     * {@code ---}, of a property file by {@code #---}.
     */
    static List<Map<String, String>> documents(ClassLoader classLoader, String resource) {
        return documents(classLoader, resource, resource.endsWith(".properties"));
    }

    /** The same of a file whose name doesn't say whether it has properties or YAML. */
    static List<Map<String, String>> documents(ClassLoader classLoader, String resource, boolean hasProperties) {
        URL url = classLoader.getResource(resource);
        if (url == null) {
            return List.of();
        }
        try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
            return hasProperties ? properties(reader) : yaml(reader);
        } catch (IOException | YAMLException | IllegalArgumentException e) {
            throw new MigrateException("Cannot read " + url + ": " + e.getMessage(), e);
        }
    }

    private static List<Map<String, String>> properties(Reader reader) throws IOException {
        List<Map<String, String>> documents = new ArrayList<>();
        StringWriter text = new StringWriter();
        reader.transferTo(text);
        for (String part : SEPARATOR.split(text.toString(), -1)) {
            Properties properties = new Properties();
            properties.load(new StringReader(part));
            Map<String, String> document = new TreeMap<>();
            properties.stringPropertyNames().forEach(key -> document.put(key, properties.getProperty(key)));
            withLists(document);
            documents.add(document);
        }
        return documents;
    }

    /** Adds {@code key=a,b} for {@code key[0]=a} and {@code key[1]=b}, unless the key is there without an index. */
    private static void withLists(Map<String, String> document) {
        Map<String, SortedMap<Integer, String>> lists = new TreeMap<>();
        document.forEach((key, value) -> {
            Matcher element = ELEMENT.matcher(key);
            if (element.matches()) {
                lists.computeIfAbsent(element.group("key"), list -> new TreeMap<>())
                        .put(Integer.valueOf(element.group("index")), value);
            }
        });
        lists.forEach((key, elements) -> document.putIfAbsent(key, String.join(",", elements.values())));
    }

    private static List<Map<String, String>> yaml(Reader reader) {
        List<Map<String, String>> documents = new ArrayList<>();
        for (Object root : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(reader)) {
            Map<String, String> document = new TreeMap<>();
            flatten("", root, document);
            documents.add(document);
        }
        return documents;
    }

    private static void flatten(String key, Object value, Map<String, String> into) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, child) -> flatten(key.isEmpty() ? name.toString() : key + "." + name, child, into));
        } else if (value instanceof List<?> list) {
            into.put(key, list.stream().map(String::valueOf).collect(Collectors.joining(",")));
        } else if (!key.isEmpty()) {
            // A key without a value takes back what another file says.
            into.put(key, value == null ? "" : value.toString());
        }
    }
}
