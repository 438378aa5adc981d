package io.fluxj.notification.alert;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.fluxj.api.notification.v1beta3.Alert;
import io.fluxj.api.notification.v1beta3.AlertSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Inclusion and exclusion lists. Their expressions run in linear time, each is compiled once while it is in use. */
final class MessageFilter {
    private static final int KEPT = 1000;
    private static final int LONGEST = 10_000;
    private static final int MOST_NODES = 10_000;

    private final Complaints complaints;
    private final Map<String, Optional<Pattern>> compiled = new LinkedHashMap<>(16, 0.75f, true);

    MessageFilter(Complaints complaints) {
        this.complaints = complaints;
    }

    boolean allows(Alert alert, AlertSpec spec, String message) {
        return (spec.inclusionList().isEmpty() || anyFinds(alert, spec.inclusionList(), message, "inclusion"))
                && !anyFinds(alert, spec.exclusionList(), message, "exclusion");
    }

    private boolean anyFinds(Alert alert, List<String> expressions, String message, String list) {
        for (String expression : expressions) {
            Optional<Pattern> pattern = pattern(expression);
            if (pattern.isEmpty()) {
                complaints.about(alert, "InvalidConfig", "failed to compile " + list + " regex: " + expression);
            } else if (pattern.get().matcher(message).find()) {
                return true;
            }
        }
        return false;
    }

    private synchronized Optional<Pattern> pattern(String expression) {
        Optional<Pattern> known = compiled.get(expression);
        if (known != null) {
            return known;
        }
        Optional<Pattern> pattern = compile(expression);
        compiled.put(expression, pattern);
        if (compiled.size() > KEPT) {
            compiled.remove(compiled.keySet().iterator().next());
        }
        return pattern;
    }

    private static Optional<Pattern> compile(String expression) {
        if (expression.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(expression)).filter(pattern -> pattern.programSize() <= MOST_NODES);
        } catch (PatternSyntaxException malformed) {
            return Optional.empty();
        }
    }
}
