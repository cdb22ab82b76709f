package dev.migrate.autogen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import dev.migrate.autogen.hook.JavaText;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file has used so far of other classes: their static members, and the classes themselves. */
final class Imports {

    private static final Pattern WORD = Pattern.compile("\\b[A-Z]\\w*\\b");

    private final SortedMap<ClassName, SortedSet<String>> members = new TreeMap<>();
    private final SortedMap<String, ClassName> types = new TreeMap<>();

    /**
     * Returns the simple name of a static member, and remembers to import it; or the name with its class, if another
     * class's member of that name is imported already.
     */
    String use(Class<?> owner, String member) {
        ClassName name = ClassName.get(owner);
        boolean isTaken = members.entrySet().stream()
                .anyMatch(used -> !used.getKey().equals(name) && used.getValue().contains(member));
        if (isTaken) {
            return type(name.canonicalName()) + "." + member;
        }
        members.computeIfAbsent(name, key -> new TreeSet<>()).add(member);
        return member;
    }

    String use(Enum<?> constant) {
        return use(constant.getDeclaringClass(), constant.name());
    }

    /** Returns the simple name of a class, and remembers to import it. */
    String type(String qualifiedName) {
        ClassName name = ClassName.bestGuess(qualifiedName);
        types.put(name.simpleName(), name);
        return name.simpleName();
    }

    /** A hook's expression; its classes are imported. */
    Code expression(JavaText text) {
        text.imports().forEach(this::type);
        return Code.word(text.code());
    }

    /** Java text in which JavaPoet recognizes the classes that it has to import. */
    CodeBlock code(String text) {
        CodeBlock.Builder code = CodeBlock.builder();
        Matcher words = WORD.matcher(text);
        int done = 0;
        while (words.find()) {
            ClassName type = types.get(words.group());
            if (type != null) {
                code.add("$L$T", text.substring(done, words.start()), type);
                done = words.end();
            }
        }
        return code.add("$L", text.substring(done)).build();
    }

    void addTo(JavaFile.Builder file) {
        members.forEach((owner, names) -> file.addStaticImport(owner, names.toArray(String[]::new)));
    }
}
