package dev.migrate.schema;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code name}, {@code schema.name} and their double-quoted forms. */
final class QualifiedNameParser {

    private final String text;
    private int at;

    private QualifiedNameParser(String text) {
        this.text = text;
    }

    static QualifiedName parse(String text) {
        QualifiedNameParser parser = new QualifiedNameParser(text);
        List<String> parts = new ArrayList<>();
        parts.add(parser.part());
        while (parser.at < text.length()) {
            parser.at++; // the dot that ended the last part
            parts.add(parser.part());
        }
        return switch (parts.size()) {
            case 1 -> new QualifiedName(null, parts.get(0));
            case 2 -> new QualifiedName(parts.get(0), parts.get(1));
            default ->
                throw new IllegalArgumentException(
                        "'" + text + "' has " + parts.size()
                                + " parts; expected name or schema.name. Put a name that contains a dot in double quotes: \"a.b\".");
        };
    }

    private String part() {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
        int dot = text.indexOf('.', at);
        int end = dot < 0 ? text.length() : dot;
        String part = text.substring(at, end);
        at = end;
        return part;
    }

    private String quoted() {
        StringBuilder part = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) != '"') {
                part.append(text.charAt(i));
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                part.append('"');
                i++;
            } else {
                at = i + 1;
                if (at < text.length() && text.charAt(at) != '.') {
                    throw new IllegalArgumentException(
                            "'" + text + "': expected a dot or the end after the closing quote");
                }
                return part.toString();
            }
        }
        throw new IllegalArgumentException("'" + text + "' has an opening quote without a closing one");
    }
}
