package io.fluxj.notification.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxj.api.notification.v1beta3.Alert;
import io.fluxj.api.notification.v1beta3.Provider;
import io.fluxj.gotemplate.BudgetException;
import io.fluxj.gotemplate.Functions;
import io.fluxj.gotemplate.Limits;
import io.fluxj.gotemplate.Options;
import io.fluxj.gotemplate.TemplateSet;
import io.fluxj.gotemplate.parse.ParseException;
import io.fluxj.gotemplate.sprig.Sprig;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.notification.alert.Complaints;
import io.fluxj.notification.event.Event;
import io.fluxj.notification.event.EventJson;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What users make of messages: {@code spec.template} of an Alert, else of its Provider. A template that fails costs nobody an event. */
final class MessageTemplates {
    private static final String NAME = "spec.template";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Limits LIMITS = new Limits(1_000_000, 100, 4 << 20, Duration.ofSeconds(1));
    private static final int KEPT = 200;
    private static final int LONGEST = 10_000;
    private static final int SHOWN = 500;

    /** What takes seconds by itself, asks others, or makes keys. */
    private static final Set<String> LEFT_OUT = Set.of(
            "bcrypt",
            "buildCustomCert",
            "decryptAES",
            "derivePassword",
            "encryptAES",
            "genCA",
            "genCAWithKey",
            "genPrivateKey",
            "genSelfSignedCert",
            "genSelfSignedCertWithKey",
            "genSignedCert",
            "genSignedCertWithKey",
            "getHostByName",
            "htpasswd");

    private final Functions functions = Sprig.standard().functions().without(LEFT_OUT);
    private final Map<String, Compiled> compiled = new LinkedHashMap<>(16, 0.75f, true);

    /** A template, or why it is none. */
    private sealed interface Compiled {
        record Usable(TemplateSet template) implements Compiled {}

        record Unusable(String problem) implements Compiled {}
    }

    /** The event with the message that its template makes of it. */
    Event applied(Event told, Alert alert, Provider provider, Complaints complaints) {
        String own = text(alert.getSpec().template());
        String text = own.isEmpty() ? text(provider.getSpec().template()) : own;
        if (text.isEmpty()) {
            return told;
        }
        return switch (compiled(text)) {
            case Compiled.Usable(TemplateSet template) -> executed(template, told, alert, complaints);
            case Compiled.Unusable(String problem) -> unchanged(told, alert, problem, complaints);
        };
    }

    private static Event executed(TemplateSet template, Event told, Alert alert, Complaints complaints) {
        try {
            Map<String, Object> data = JSON.convertValue(EventJson.tree(told), new TypeReference<>() {});
            return told.withMessage(template.execute(NAME, data, LIMITS));
        } catch (GoError | BudgetException failed) {
            return unchanged(told, alert, String.valueOf(failed.getMessage()), complaints);
        }
    }

    private static Event unchanged(Event told, Alert alert, String problem, Complaints complaints) {
        String shown = problem.length() > SHOWN ? problem.substring(0, SHOWN) + "…" : problem;
        complaints.about(alert, "InvalidConfig", "the message goes out as it is: " + shown);
        return told;
    }

    private synchronized Compiled compiled(String text) {
        Compiled known = compiled.get(text);
        if (known != null) {
            return known;
        }
        Compiled made = compile(text);
        compiled.put(text, made);
        if (compiled.size() > KEPT) {
            compiled.remove(compiled.keySet().iterator().next());
        }
        return made;
    }

    private Compiled compile(String text) {
        if (text.length() > LONGEST) {
            return new Compiled.Unusable(NAME + " is longer than " + LONGEST + " characters");
        }
        try {
            return new Compiled.Usable(
                    TemplateSet.empty(NAME, functions, Options.STANDARD).with(NAME, text));
        } catch (ParseException malformed) {
            return new Compiled.Unusable(String.valueOf(malformed.getMessage()));
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
