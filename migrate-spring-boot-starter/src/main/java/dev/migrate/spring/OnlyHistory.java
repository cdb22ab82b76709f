package dev.migrate.spring;

import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches where no {@code migrate.histories.*} property is set. */
class OnlyHistory extends SpringBootCondition {

    private static final Bindable<Map<String, Object>> HISTORIES = Bindable.mapOf(String.class, Object.class);

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Map<String, Object> named = Binder.get(context.getEnvironment())
                .bind("migrate.histories", HISTORIES)
                .orElse(Map.of());
        return new ConditionOutcome(
                named.isEmpty(),
                ConditionMessage.forCondition("Only history").because(named.size() + " histories are named"));
    }
}
