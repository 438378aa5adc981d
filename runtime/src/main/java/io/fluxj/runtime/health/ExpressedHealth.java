package io.fluxj.runtime.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.api.meta.HealthCheckExpression;
import io.fluxj.apply.health.Health;
import io.fluxj.apply.health.HealthRule;
import io.fluxj.apply.health.KStatus;
import io.fluxj.apply.health.Status;
import io.fluxj.cel.Environment;
import io.fluxj.cel.EvaluationFailure;
import io.fluxj.cel.InvalidExpression;
import io.fluxj.cel.ObjectExpression;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges by expressions: the first that holds tells, and an object none of whose expressions holds is in progress, as is one whose
 * controller has not seen its newest spec. An object for which an expression gives nothing is of unknown health.
 *
 * @param cases in the order in which they are asked
 */
record ExpressedHealth(List<Case> cases) implements HealthRule {

    /** An expression and what it stands for. */
    record Case(Status status, ObjectExpression expression) {}

    /** Made when the first expression comes: most clusters have none. */
    private static final class Language {
        static final Environment ENVIRONMENT = Environment.withObjects();
    }

    static ExpressedHealth compile(HealthCheckExpression given) throws UnusableExpression {
        List<Case> cases = new ArrayList<>();
        add(cases, Status.IN_PROGRESS, given.inProgress());
        add(cases, Status.FAILED, given.failed());
        add(cases, Status.CURRENT, given.current());
        if (cases.isEmpty() || cases.getLast().status() != Status.CURRENT) {
            throw new UnusableExpression("expression Current not specified");
        }
        return new ExpressedHealth(List.copyOf(cases));
    }

    private static void add(List<Case> cases, Status status, @Nullable String text) throws UnusableExpression {
        if (text == null || text.isEmpty()) {
            return;
        }
        try {
            cases.add(new Case(status, Language.ENVIRONMENT.compileOverFields(text)));
        } catch (InvalidExpression e) {
            throw new UnusableExpression("failed to parse the expression " + status.word() + ": " + e.getMessage());
        }
    }

    @Override
    public Health judge(JsonNode object, Instant now) {
        Optional<Health> outdated = KStatus.generationNotObserved(object);
        return outdated.orElseGet(() -> byExpressions(object));
    }

    private Health byExpressions(JsonNode object) {
        try {
            for (Case each : cases) {
                if (each.expression().evaluate(object)) {
                    return new Health(each.status(), "", "");
                }
            }
            return new Health(Status.IN_PROGRESS, "", "");
        } catch (EvaluationFailure e) {
            return new Health(Status.UNKNOWN, "", String.valueOf(e.getMessage()));
        }
    }
}
