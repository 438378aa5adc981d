package io.fluxj.helm.render;

import io.fluxj.gotemplate.ExecException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Failures laid out as Helm 4 does: one paragraph for each template that executed the next. */
final class TraceText {
    private static final String TEMPLATE = "template: ";
    private static final String EXECUTING = ": executing \"";

    private TraceText() {}

    static String of(ExecException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure.failure() == null) {
            return message;
        }
        String[] tokens = message.split(": ", 3);
        int start = tokens[2].indexOf(HostFunctions.WARNING_START);
        int end = tokens[2].lastIndexOf(HostFunctions.WARNING_END);
        if (start >= 0 && end > start) {
            return "execution error at (" + tokens[1] + "): "
                    + tokens[2].substring(start + HostFunctions.WARNING_START.length(), end);
        }
        return trace(failure, message);
    }

    private static String trace(ExecException failure, String message) {
        List<String> layers = new ArrayList<>();
        for (@Nullable Throwable current = failure; current != null; current = current.getCause()) {
            Optional<String> layer = layer(String.valueOf(current.getMessage()));
            if (layer.isEmpty()) {
                return message;
            }
            if (layers.isEmpty() || !layers.getLast().equals(layer.get())) {
                layers.add(layer.get());
            }
        }
        return io.fluxj.gotemplate.value.GoText.trimSpace(String.join("", layers));
    }

    private static Optional<String> layer(String message) {
        if (!message.startsWith(TEMPLATE)) {
            return Optional.empty();
        }
        String rest = message.substring(TEMPLATE.length());
        if (rest.startsWith("no template ")) {
            return Optional.of(message + "\n");
        }
        return executing(rest).or(() -> simple(rest));
    }

    private static Optional<String> executing(String rest) {
        int at = rest.indexOf(EXECUTING);
        if (at < 0) {
            return Optional.empty();
        }
        int name = at + EXECUTING.length();
        int quote = rest.indexOf('"', name);
        String after = quote < 0 ? "" : rest.substring(quote + 1);
        int close = after.indexOf(">: ");
        if (!after.startsWith(" at <") || close < 0) {
            return Optional.empty();
        }
        return Optional.of(rest.substring(0, at) + "\n  executing \"" + rest.substring(name, quote) + "\""
                + after.substring(0, close) + ">:\n    " + cut(after.substring(close + 3)) + "\n");
    }

    private static Optional<String> simple(String rest) {
        int last = rest.lastIndexOf(": ");
        return last < 0
                ? Optional.empty()
                : Optional.of(rest.substring(0, last) + "\n  " + cut(rest.substring(last + 2)) + "\n");
    }

    private static String cut(String message) {
        int next = message.indexOf(" template:");
        return next < 0 ? message : message.substring(0, next);
    }
}
