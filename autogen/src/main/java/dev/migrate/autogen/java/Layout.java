package dev.migrate.autogen.java;

import dev.migrate.autogen.java.Code.Call;
import dev.migrate.autogen.java.Code.Chain;
import dev.migrate.autogen.java.Code.Text;
import dev.migrate.autogen.java.Code.TextBlock;
import dev.migrate.autogen.java.Code.Word;
import java.util.List;

/**
 * Writes expressions into at most 120 columns: on one line if they fit, otherwise broken after each attribute, with a
 * continuation indent of eight.
 */
final class Layout implements Code.Visitor<Void> {

    private static final int WIDTH = 120;
    private static final int CONTINUATION = 8;

    private final StringBuilder out = new StringBuilder();
    private final int margin;
    private int indent;
    /** How many characters follow the expression on its last line: closing parentheses, a comma, a semicolon. */
    private int behind;

    private Layout(int margin, int behind) {
        this.margin = margin;
        this.behind = behind;
    }

    /**
     * The lines of a statement, without the indent of the method it stands in.
     *
     * @param margin how far the method indents it
     */
    static String statement(Code code, int margin) {
        Layout layout = new Layout(margin, 1);
        layout.write(code);
        return layout.out + ";";
    }

    private void write(Code code) {
        if (!code.isMultiline() && column() + code.flat().length() + behind <= WIDTH) {
            out.append(code.flat());
        } else {
            code.accept(this);
        }
    }

    private int column() {
        return margin + out.length() - (out.lastIndexOf("\n") + 1);
    }

    private void newLine() {
        out.append('\n').append(" ".repeat(indent));
    }

    @Override
    public Void word(Word word) {
        out.append(word.flat());
        return null;
    }

    @Override
    public Void text(Text text) {
        int room = WIDTH - column() - CONTINUATION - behind;
        List<String> parts = JavaStrings.wrapped(text.value(), Math.max(room, 40));
        indent += CONTINUATION;
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                newLine();
                out.append("+ ");
            }
            out.append(JavaStrings.literal(parts.get(i)));
        }
        indent -= CONTINUATION;
        return null;
    }

    @Override
    public Void textBlock(TextBlock block) {
        out.append("\"\"\"");
        indent += CONTINUATION;
        for (String line : JavaStrings.blockLines(block.value())) {
            if (line.isEmpty()) {
                out.append('\n');
            } else {
                newLine();
                out.append(line);
            }
        }
        indent -= CONTINUATION;
        return null;
    }

    @Override
    public Void call(Call call) {
        out.append(call.name()).append('(');
        List<Code> arguments = call.arguments();
        if (isLastOneBroken(arguments)) {
            writeAll(arguments, ", ");
            out.append(')');
            return null;
        }
        indent += CONTINUATION;
        newLine();
        int outside = behind;
        for (int i = 0; i < arguments.size(); i++) {
            boolean isLast = i == arguments.size() - 1;
            behind = isLast ? outside + 1 : 1;
            write(arguments.get(i));
            if (!isLast) {
                out.append(',');
                newLine();
            }
        }
        behind = outside;
        indent -= CONTINUATION;
        out.append(')');
        return null;
    }

    /** Whether only the last argument is broken, and the others stay in front of it. */
    private boolean isLastOneBroken(List<Code> arguments) {
        List<Code> others = arguments.subList(0, arguments.size() - 1);
        Code last = arguments.get(arguments.size() - 1);
        int start = column();
        for (Code other : others) {
            start += other.flat().length() + 2;
        }
        return others.stream().allMatch(other -> other instanceof Word || other instanceof Text)
                && !(last instanceof Word)
                && !(last instanceof Text && !others.isEmpty())
                && start + firstLine(last) <= WIDTH;
    }

    /** How long the first line is when the expression is broken. */
    private static int firstLine(Code code) {
        if (code instanceof Chain chain) {
            return chain.calls().isEmpty()
                    ? firstLine(chain.head())
                    : chain.head().flat().length();
        }
        if (code instanceof Call call) {
            return call.name().length() + 1;
        }
        if (code instanceof Code.Lambda lambda) {
            return lambda.parameter().length() + 4 + firstLine(lambda.body());
        }
        return code instanceof TextBlock ? 3 : 40;
    }

    private void writeAll(List<Code> arguments, String separator) {
        for (int i = 0; i < arguments.size(); i++) {
            boolean isLast = i == arguments.size() - 1;
            behind += isLast ? 1 : 0;
            write(arguments.get(i));
            behind -= isLast ? 1 : 0;
            out.append(isLast ? "" : separator);
        }
    }

    @Override
    public Void lambda(Code.Lambda lambda) {
        out.append(lambda.parameter()).append(" -> ");
        write(lambda.body());
        return null;
    }

    @Override
    public Void chain(Chain chain) {
        int outside = behind;
        behind = chain.calls().isEmpty() ? outside : 0;
        write(chain.head());
        indent += CONTINUATION;
        for (int i = 0; i < chain.calls().size(); i++) {
            behind = i == chain.calls().size() - 1 ? outside : 0;
            newLine();
            out.append('.');
            write(chain.calls().get(i));
        }
        indent -= CONTINUATION;
        behind = outside;
        return null;
    }
}
