package dev.migrate.autogen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.autogen.hook.Hooks;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes a migration's source file.
 *
 * <pre>{@code Files.writeString(path, MigrationWriter.write(file));}</pre>
 */
public final class MigrationWriter {

    private static final String INDENT = "    ";
    private static final int METHOD_BODY = 2 * INDENT.length();
    private static final int COMMENT_WIDTH = 100;

    private final Imports imports = new Imports();
    private final JavaOperations operations;
    private final MigrationFile file;

    private MigrationWriter(MigrationFile file, Hooks hooks) {
        this.operations = new JavaOperations(imports, hooks);
        this.file = file;
    }

    /** The file's text: the same values give the same bytes. */
    public static String write(MigrationFile file) {
        return write(file, Hooks.NONE);
    }

    /** The file's text, in which types and operations that hooks know are written as the hooks say. */
    public static String write(MigrationFile file, Hooks hooks) {
        return new MigrationWriter(file, hooks).write();
    }

    private String write() {
        TypeSpec type = TypeSpec.classBuilder(file.className())
                .addJavadoc(javadoc())
                .addAnnotation(revision())
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(Migration.class)
                .addMethods(methods("upgrade", file.upgrade()))
                .addMethods(methods("downgrade", file.downgrade()))
                .build();
        JavaFile.Builder source =
                JavaFile.builder(file.packageName(), type).indent(INDENT).skipJavaLangImports(true);
        imports.addTo(source);
        return asPeopleWriteIt(source.build().toString());
    }

    /** JavaPoet closes annotations and empty methods on lines of their own, and starts a class without a blank one. */
    private static String asPeopleWriteIt(String source) {
        return source.replaceFirst("\n\\)\npublic class ", ")\npublic class ")
                .replaceFirst("( implements Migration \\{\n)", "$1\n")
                .replace("grade(Operations op) {\n" + INDENT + "}\n", "grade(Operations op) {}\n");
    }

    private CodeBlock javadoc() {
        List<String> lines = new ArrayList<>(JavaStrings.wrapped(sentence(), COMMENT_WIDTH));
        if (!file.changes().isEmpty()) {
            lines.add("");
            lines.add("<ul>");
            for (String change : file.changes()) {
                List<String> item = JavaStrings.wrapped(JavaStrings.javadoc(change), COMMENT_WIDTH);
                lines.add("  <li>" + item.get(0));
                item.subList(1, item.size()).forEach(line -> lines.add("      " + line));
            }
            lines.add("</ul>");
        }
        CodeBlock.Builder javadoc = CodeBlock.builder();
        lines.forEach(line -> javadoc.add("$L\n", line.stripTrailing()));
        return javadoc.build();
    }

    private String sentence() {
        String message = JavaStrings.javadoc(file.message().isBlank() ? "Revision " + file.id() : file.message())
                .strip();
        return message.endsWith(".") ? message : message + ".";
    }

    private AnnotationSpec revision() {
        AnnotationSpec.Builder revision = AnnotationSpec.builder(Revision.class).addMember("id", "$S", file.id());
        addAll(revision, "revises", file.revises());
        addAll(revision, "dependsOn", file.dependsOn());
        addAll(revision, "labels", file.labels());
        return revision.addMember("message", "$L", JavaStrings.literal(file.message()))
                .addMember("created", "$S", file.created())
                .build();
    }

    /** One value stands for itself, several are in braces, none is not mentioned. */
    private static void addAll(AnnotationSpec.Builder annotation, String member, List<String> values) {
        CodeBlock list = CodeBlock.join(
                values.stream().map(value -> CodeBlock.of("$S", value)).toList(), ", ");
        if (!values.isEmpty()) {
            annotation.addMember(member, values.size() > 1 ? CodeBlock.of("{$L}", list) : list);
        }
    }

    /** The method of the interface, and those that it calls one after the other if it would be too large. */
    private List<MethodSpec> methods(String name, List<Paragraph> paragraphs) {
        List<String> parts = parts(paragraphs);
        MethodSpec.Builder method = method(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
        if (parts.size() <= 1) {
            parts.forEach(part -> method.addCode(imports.code(part)));
            return List.of(method.build());
        }
        List<MethodSpec> methods = new ArrayList<>();
        for (String part : parts) {
            MethodSpec each = method(name + (methods.size() + 1))
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addCode(imports.code(part))
                    .build();
            method.addStatement("$L(op)", each.name());
            methods.add(each);
        }
        methods.add(0, method.build());
        return methods;
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addParameter(Operations.class, "op");
    }

    private List<String> parts(List<Paragraph> paragraphs) {
        MethodParts parts = new MethodParts();
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            boolean isApart = i > 0
                    && !(paragraph.comment().isEmpty()
                            && paragraphs.get(i - 1).comment().isEmpty());
            String before = (isApart ? "\n" : "") + comment(paragraph);
            for (Code statement : statements(paragraph)) {
                parts.add(before + Layout.statement(statement, METHOD_BODY) + "\n", CodeSize.of(statement));
                before = "";
            }
            if (!before.isEmpty()) {
                parts.add(before, 0);
            }
        }
        return parts.texts();
    }

    private static String comment(Paragraph paragraph) {
        StringBuilder text = new StringBuilder();
        for (String sentence : paragraph.comment()) {
            for (String line : JavaStrings.wrappedAroundLiterals(JavaStrings.comment(sentence), COMMENT_WIDTH)) {
                text.append("// ").append(line.stripTrailing()).append('\n');
            }
        }
        return text.toString();
    }

    private List<Code> statements(Paragraph paragraph) {
        List<Code> statements = new ArrayList<>();
        for (List<Operation> together : together(paragraph)) {
            Operation operation = together.get(0);
            List<Code> codes = together.size() == 1
                    ? operations.code(operation)
                    : operations.changeColumns(
                            together.stream().map(ChangeColumn.class::cast).toList());
            for (Code code : codes) {
                boolean isAlone = paragraph.alone().contains(operation);
                statements.add(isAlone ? Code.call("op.outsideTransaction", new Code.Lambda("()", code)) : code);
            }
        }
        return statements;
    }

    private static List<List<Operation>> together(Paragraph paragraph) {
        List<List<Operation>> statements = new ArrayList<>();
        for (Operation operation : paragraph.operations()) {
            List<Operation> last = statements.isEmpty() ? List.of() : statements.get(statements.size() - 1);
            if (OneRewrite.isPossible(last, operation) && paragraph.alone().isEmpty()) {
                last.add(operation);
            } else {
                statements.add(new ArrayList<>(List.of(operation)));
            }
        }
        return statements;
    }
}
