package dev.migrate.autogen.diff.comparison;

import dev.migrate.schema.Domain;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Domains, of which one may be over another (PostgreSQL manual, 8.18 Domain Types). */
public final class DomainLayers {

    private final List<Domain> domains;

    public DomainLayers(List<Domain> domains) {
        this.domains = List.copyOf(domains);
    }

    /** What a type is over when none of the domains is left; the type itself if it is none of them. */
    public Type base(Type type) {
        List<Type> below = below(type);
        return below.isEmpty() ? type : below.get(below.size() - 1);
    }

    /** Whether a type is that one, or a domain over it, or an array of them. */
    public boolean isOver(Type type, QualifiedName name) {
        return EnumDiff.isOf(type, name) || below(type).stream().anyMatch(each -> EnumDiff.isOf(each, name));
    }

    /** Each of {@code some} behind those that it is over. */
    public List<Domain> fromTheGround(List<Domain> some) {
        return some.stream()
                .sorted(Comparator.comparing(domain -> below(domain.type()).size()))
                .toList();
    }

    /** What the type is over, and that is over, and so on: an array's dimensions go along. */
    private List<Type> below(Type type) {
        List<Type> below = new ArrayList<>();
        Optional<Type> next = under(type);
        while (next.isPresent()) {
            below.add(next.get());
            next = under(next.get());
        }
        return below;
    }

    private Optional<Type> under(Type type) {
        String dimensions = type.sql().substring(TypeFamily.element(type).sql().length());
        return domains.stream()
                .filter(domain -> EnumDiff.isOf(type, domain.name()))
                .map(domain -> new Type(domain.type().sql() + dimensions))
                .findFirst();
    }
}
