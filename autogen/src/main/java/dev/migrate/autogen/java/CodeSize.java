package dev.migrate.autogen.java;

import dev.migrate.autogen.java.Code.Call;
import dev.migrate.autogen.java.Code.Chain;
import dev.migrate.autogen.java.Code.Lambda;
import dev.migrate.autogen.java.Code.Text;
import dev.migrate.autogen.java.Code.TextBlock;
import dev.migrate.autogen.java.Code.Word;
import java.util.List;

/** About how many bytes of a class file an expression's instructions take (Java Virtual Machine Specification, 6.5). */
final class CodeSize implements Code.Visitor<Integer> {

    /** {@code ldc_w}, {@code getstatic}, {@code invokestatic}, {@code sipush}: an instruction with a number of two bytes. */
    private static final int INSTRUCTION = 3;

    /** {@code aload_1}, {@code invokeinterface}: a call of the operations' receiver. */
    private static final int OPERATION = 6;

    /** More arguments than this are elements of an array. */
    private static final int FEW = 3;

    /** {@code dup}, {@code sipush}, {@code aastore}; what fewer arguments need, if they are elements, is not more. */
    private static final int ELEMENT = 5;

    private static final CodeSize INSTANCE = new CodeSize();

    private CodeSize() {}

    static int of(Code code) {
        return code.accept(INSTANCE);
    }

    /** A word may be a hook's whole expression. */
    @Override
    public Integer word(Word word) {
        long more = word.flat().chars().filter(c -> c == '(' || c == ',').count();
        return INSTRUCTION * (1 + (int) more);
    }

    @Override
    public Integer text(Text text) {
        return INSTRUCTION;
    }

    @Override
    public Integer textBlock(TextBlock block) {
        return INSTRUCTION;
    }

    @Override
    public Integer call(Call call) {
        List<Code> arguments = call.arguments();
        int elements = arguments.size() > FEW ? arguments.size() : Integer.signum(arguments.size());
        return (call.name().startsWith("op.") ? OPERATION : INSTRUCTION)
                + ELEMENT * elements
                + arguments.stream().mapToInt(CodeSize::of).sum();
    }

    @Override
    public Integer chain(Chain chain) {
        return of(chain.head()) + chain.calls().stream().mapToInt(CodeSize::of).sum();
    }

    @Override
    public Integer lambda(Lambda lambda) {
        return OPERATION + of(lambda.body());
    }
}
