package dev.migrate.autogen.change;

import java.util.stream.Collectors;

/**
 * Writes the class that stores rows with Hibernate. Each row is a line: {@code Item 1: name = 'a'; size = 7} is an {@code
 * Item} whose {@code id} is 1, {@code Item: name = 'a'} one whose id is generated. Values are Java, in which {@code
 * 'a'} is a string and {@code Item#1} the row of that key. Where there would be many, it is statements instead, which begin with {@code INSERT}.
 */
final class RowSource {

    private RowSource() {}

    /** The source of a class of this name, behind the package and its imports. */
    static String of(String className, String rows) {
        return """
                class %s implements Runnable {
                    private final org.hibernate.Session session;
                    %s(org.hibernate.Session session) { this.session = session; }
                    public void run() {
                %s
                    }
                    private <T> void add(T row, java.util.function.Consumer<T> values) {
                        values.accept(row);
                        session.persist(row);
                        session.flush();
                    }
                    private <T> void change(Class<T> type, Object id, java.util.function.Consumer<T> values) {
                        values.accept(session.find(type, id));
                        session.flush();
                    }
                }
                """.formatted(
                        className,
                        className,
                        rows.strip().startsWith("INSERT")
                                ? statements(rows)
                                : rows.lines()
                                        .map(String::strip)
                                        .filter(line -> !line.isEmpty())
                                        .map(RowSource::statement)
                                        .collect(Collectors.joining("\n")));
    }

    private static String statements(String sql) {
        return "session.createNativeMutationQuery(\"\"\"\n" + sql + "\"\"\").executeUpdate();";
    }

    private static String statement(String line) {
        int colon = line.indexOf(':');
        String[] row = line.substring(0, colon).split(" ", -1);
        String values = values(line.substring(colon + 1));
        if (row[0].equals("change")) {
            return "change(%s.class, %sL, it -> { %s });".formatted(row[1], row[2], values);
        }
        String id = row.length > 1 ? "it.id = " + row[1] + "L; " : "";
        return "add(new %s(), it -> { %s%s });".formatted(row[0], id, values);
    }

    private static String values(String values) {
        StringBuilder statements = new StringBuilder();
        for (String value : values.split(";", -1)) {
            if (!value.isBlank()) {
                statements.append("it.").append(value.strip()).append("; ");
            }
        }
        return statements.toString().replace('\'', '"').replaceAll("(\\w+)#(\\d+)", "session.find($1.class, $2L)");
    }
}
