package io.fluxj.helm.render;

import io.fluxj.gotemplate.Functions;
import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.parse.ParseException;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoFunction;
import io.fluxj.gotemplate.value.GoFunction.Signature;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions that Helm gives to templates for the sake of charts. */
final class HostFunctions {
    static final String WARNING_START = "HELM_ERR_START";
    static final String WARNING_END = "HELM_ERR_END";
    /** What Go prints for a value that is not there, which Helm takes out of what templates print. */
    static final String NO_VALUE = "<no value>";

    private static final int MOST_NESTED = 1_000;

    private HostFunctions() {}

    static Functions of(ClusterLookup cluster, HostAddresses hosts) {
        Map<String, GoFunction> own = new HashMap<>();
        own.put("include", function(GoType.STRING, HostFunctions::include, GoType.STRING, GoType.ANY));
        own.put("tpl", function(GoType.STRING, HostFunctions::tpl, GoType.STRING, GoType.ANY));
        own.put("required", function(GoType.ANY, HostFunctions::required, GoType.STRING, GoType.ANY));
        own.put("fail", function(GoType.STRING, HostFunctions::fail, GoType.STRING));
        own.put("getHostByName", function(GoType.STRING, (run, args) -> address(hosts, text(args, 0)), GoType.STRING));
        GoType text = GoType.STRING;
        own.put(
                "lookup",
                function(
                        GoType.ANY_MAP,
                        (run, args) -> cluster.find(text(args, 0), text(args, 1), text(args, 2), text(args, 3)),
                        text,
                        text,
                        text,
                        text));
        return Functions.of(own);
    }

    /** Where there is none, sprig chooses one of none all the same, and Go says so. */
    private static String address(HostAddresses hosts, String name) {
        return hosts.of(name).stream().findFirst().orElseThrow(() -> new GoError("invalid argument to Intn"));
    }

    private static GoFunction function(GoType result, GoFunction.Body body, GoType... parameters) {
        return GoFunction.of(new Signature(List.of(parameters), false, result), body);
    }

    private static String text(List<? extends @Nullable Object> args, int index) {
        return String.valueOf(args.get(index));
    }

    private static String include(Run run, List<? extends @Nullable Object> args) {
        String name = text(args, 0);
        if (run.executing(name) > MOST_NESTED) {
            throw new GoError(
                    "rendering template has a nested reference name: " + name + ": unable to execute template");
        }
        return run.execute(name, args.get(1));
    }

    private static String tpl(Run run, List<? extends @Nullable Object> args) {
        String text = text(args, 0);
        try {
            return run.executeText(text, args.get(1)).replace(NO_VALUE, "");
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
            throw warning(text(args, 0));
        }
        return value;
    }

    private static Object fail(Run run, List<? extends @Nullable Object> args) {
        throw warning(text(args, 0));
    }

    private static GoError warning(String message) {
        return new GoError(WARNING_START + message + WARNING_END);
    }
}
