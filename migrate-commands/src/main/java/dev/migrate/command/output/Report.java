package dev.migrate.command.output;

import com.google.gson.GsonBuilder;
import dev.migrate.command.parameter.Choice;
import java.util.function.UnaryOperator;

/** Prints data as people or as programs want it. */
public final class Report {

    private final OutputFormat format;
    private final Output output;
    private final UnaryOperator<String> wording;

    /**
     * Prints texts as they are.
     *
     * @param format as the parameter has it
     * @throws dev.migrate.MigrateException if there is no such format
     */
    public Report(String format, Output output) {
        this(format, output, UnaryOperator.identity());
    }

    /**
     * @param format as the parameter has it
     * @param wording says in another way how commands are called, in a text or in JSON
     * @throws dev.migrate.MigrateException if there is no such format
     */
    public Report(String format, Output output, UnaryOperator<String> wording) {
        this.format = Choice.of("format", format, OutputFormat.values());
        this.output = output;
        this.wording = wording;
    }

    /** Whether nothing but the data may reach standard output. */
    public boolean ownsStandardOutput() {
        return format == OutputFormat.JSON && output.isStandardOutput();
    }

    /** Writes the text as it is, or the data as JSON. */
    public void print(String text, Object data) {
        output.write(wording.apply(format == OutputFormat.JSON ? json(data) : text));
    }

    /** Writes the data if it is wanted as JSON. */
    public void printData(Object data) {
        if (format == OutputFormat.JSON) {
            output.write(wording.apply(json(data)));
        }
    }

    private static String json(Object data) {
        return new GsonBuilder()
                        .disableHtmlEscaping()
                        .setPrettyPrinting()
                        .create()
                        .toJson(data)
                + "\n";
    }
}
