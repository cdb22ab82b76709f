package dev.migrate.autogen.java;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Java expression that knows how it is broken into lines if it is too long for one. */
sealed interface Code {

    /** The expression on one line. */
    String flat();

    /** Whether it takes several lines wherever it stands. */
    boolean isMultiline();

    <R> R accept(Visitor<R> visitor);

    /** One method per kind of expression. */
    interface Visitor<R> {
        R word(Word word);

        R text(Text text);

        R textBlock(TextBlock block);

        R call(Call call);

        R chain(Chain chain);

        R lambda(Lambda lambda);
    }

    /** A name, a number or anything else that is never broken. */
    record Word(String flat) implements Code {
        @Override
        public boolean isMultiline() {
            return false;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.word(this);
        }
    }

    /** A string literal, broken between words. */
    record Text(String value) implements Code {
        @Override
        public String flat() {
            return JavaStrings.literal(value);
        }

        @Override
        public boolean isMultiline() {
            return false;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /** A string of several lines. */
    record TextBlock(String value) implements Code {
        @Override
        public String flat() {
            return JavaStrings.literal(value);
        }

        @Override
        public boolean isMultiline() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.textBlock(this);
        }
    }

    /** A method called with arguments. */
    record Call(String name, List<Code> arguments) implements Code {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String flat() {
            return name + arguments.stream().map(Code::flat).collect(Collectors.joining(", ", "(", ")"));
        }

        @Override
        public boolean isMultiline() {
            return arguments.stream().anyMatch(Code::isMultiline);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** Methods called one on the other's result. */
    record Chain(Code head, List<Call> calls) implements Code {
        public Chain {
            calls = List.copyOf(calls);
        }

        /** The chain with one more call. */
        Chain then(Call call) {
            List<Call> more = new ArrayList<>(calls);
            more.add(call);
            return new Chain(head, more);
        }

        Chain then(String name, Code... arguments) {
            return then(new Call(name, List.of(arguments)));
        }

        /** The chain with one more call, if there is something to say. */
        Chain thenIfPresent(String name, @Nullable String argument) {
            return argument == null ? this : then(name, string(argument));
        }

        @Override
        public String flat() {
            return head.flat() + calls.stream().map(call -> "." + call.flat()).collect(Collectors.joining());
        }

        @Override
        public boolean isMultiline() {
            return head.isMultiline() || calls.stream().anyMatch(Call::isMultiline);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.chain(this);
        }
    }

    /** A function of one parameter. */
    record Lambda(String parameter, Code body) implements Code {
        @Override
        public String flat() {
            return parameter + " -> " + body.flat();
        }

        @Override
        public boolean isMultiline() {
            return body.isMultiline();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lambda(this);
        }
    }

    static Code word(String flat) {
        return new Word(flat);
    }

    /** A string literal; a text block if it has several lines; one joined of several if it is too long for a constant. */
    static Code string(String value) {
        List<String> constants = JavaStrings.constants(value);
        return constants.size() == 1 ? constant(value) : new Call("String.join", strings(withSeparator(constants)));
    }

    private static Code constant(String value) {
        return value.indexOf('\n') >= 0 && JavaStrings.fitsBlock(value) ? new TextBlock(value) : new Text(value);
    }

    private static List<String> withSeparator(List<String> parts) {
        List<String> arguments = new ArrayList<>(List.of(""));
        arguments.addAll(parts);
        return arguments;
    }

    static List<Code> strings(List<String> values) {
        return values.stream().map(Code::string).toList();
    }

    static Call call(String name, Code... arguments) {
        return new Call(name, List.of(arguments));
    }

    static Chain chain(Code head) {
        return new Chain(head, List.of());
    }
}
