package io.fluxj.runtime.health;

import io.fluxj.api.meta.HealthCheckExpression;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.health.HealthRules;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Stalled;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes rules of {@code spec.healthCheckExprs}. What was compiled last is kept, as it is needed at every pass. Of several entries for a
 * kind the first one counts; one without a kind is for the group's other kinds. Source: behaviour §2.7.
 */
public final class HealthExpressions {

    private static final int MOST_KEPT = 256;

    private final Map<List<HealthCheckExpression>, HealthRules> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<HealthCheckExpression>, HealthRules> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /**
     * The library's rules with these before them.
     *
     * @throws Stalled for an expression that cannot be compiled; the message names the entry, the expression and the place in it
     */
    public HealthRules rules(List<HealthCheckExpression> expressions) throws Stalled {
        synchronized (kept) {
            HealthRules known = kept.get(expressions);
            if (known == null) {
                known = compiled(expressions);
                kept.put(List.copyOf(expressions), known);
            }
            return known;
        }
    }

    private static HealthRules compiled(List<HealthCheckExpression> expressions) throws Stalled {
        HealthRules rules = HealthRules.standard();
        Set<String> given = new HashSet<>();
        for (int i = 0; i < expressions.size(); i++) {
            String kind = kind(expressions.get(i));
            if (given.add(kind)) {
                rules = rules.with(kind, compiled(expressions.get(i), i));
            }
        }
        return rules;
    }

    private static ExpressedHealth compiled(HealthCheckExpression expression, int index) throws Stalled {
        try {
            return ExpressedHealth.compile(expression);
        } catch (UnusableExpression e) {
            throw Stalled.terminal(
                    CommonReason.INVALID_CEL_EXPRESSION,
                    "failed to create custom status evaluator for healthchecks[%d]: %s"
                            .formatted(index, e.getMessage()));
        }
    }

    private static String kind(HealthCheckExpression expression) {
        String kind = expression.kind();
        ObjectRef any = ObjectRef.of(expression.apiVersion(), kind == null ? "" : kind, "", "");
        return any.kind().isEmpty() ? "*." + any.group() : any.groupKind();
    }
}
