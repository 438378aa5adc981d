package io.fluxj.gotemplate.corpus;

import io.fluxj.gotemplate.Functions;
import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.parse.ParseException;
import io.fluxj.gotemplate.sprig.Sprig;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoFunction;
import io.fluxj.gotemplate.value.GoFunction.Signature;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Run;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The functions that Helm adds to templates for the sake of charts. */
final class Host {
    static final String WARNING_START = "HELM_ERR_START";
    static final String WARNING_END = "HELM_ERR_END";
    static final Functions FUNCTIONS = new Sprig(
                    Clock.systemUTC(), ZoneId.of("UTC"), new SecureRandom(), bits -> smallKey())
            .functions()
            .with(own());
    private static final int MOST_NESTED = 1_000;

    private Host() {}

    /** Small keys are made in no time. */
    private static KeyPair smallKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        return generator.generateKeyPair();
    }

    private static Functions own() {
        Map<String, GoFunction> own = new HashMap<>();
        own.put("include", function(GoType.STRING, Host::include, GoType.STRING, GoType.ANY));
        own.put("tpl", function(GoType.STRING, Host::tpl, GoType.STRING, GoType.ANY));
        own.put("required", function(GoType.ANY, Host::required, GoType.STRING, GoType.ANY));
        own.put(
                "fail",
                function(
                        GoType.STRING,
                        (run, args) -> {
                            throw warning(String.valueOf(args.getFirst()));
                        },
                        GoType.STRING));
        own.put(
                "lookup",
                function(
                        GoType.ANY_MAP,
                        (run, args) -> new HashMap<String, Object>(),
                        GoType.STRING,
                        GoType.STRING,
                        GoType.STRING,
                        GoType.STRING));
        own.put("getHostByName", function(GoType.STRING, (run, args) -> "", GoType.STRING));
        return Functions.of(own);
    }

    private static GoFunction function(GoType result, GoFunction.Body body, GoType... parameters) {
        return GoFunction.of(new Signature(List.of(parameters), false, result), body);
    }

    private static String include(Run run, List<? extends @Nullable Object> args) {
        String name = String.valueOf(args.getFirst());
        if (run.executing(name) > MOST_NESTED) {
            throw new GoError(
                    "rendering template has a nested reference name: " + name + ": unable to execute template");
        }
        return run.execute(name, args.get(1));
    }

    private static String tpl(Run run, List<? extends @Nullable Object> args) {
        String text = String.valueOf(args.getFirst());
        return attempt(() -> run.executeText(text, args.get(1)), text).replace("<no value>", "");
    }

    private static String attempt(Supplier<String> execution, String text) {
        try {
            return execution.get();
        } catch (ParseException e) {
            throw new GoError("cannot parse template " + Quoting.quoted(text) + ": " + e.getMessage(), e);
        } catch (GoError e) {
            throw new GoError(
                    "error during tpl function execution for " + Quoting.quoted(text) + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable Object required(Run run, List<? extends @Nullable Object> args) {
        Object value = args.get(1);
        if (value == null || value.equals("")) {
            throw warning(String.valueOf(args.getFirst()));
        }
        return value;
    }

    private static GoError warning(String message) {
        return new GoError(WARNING_START + message + WARNING_END);
    }
}
