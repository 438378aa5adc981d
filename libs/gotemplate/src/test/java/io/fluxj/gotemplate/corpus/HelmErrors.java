package io.fluxj.gotemplate.corpus;

import io.fluxj.gotemplate.ExecException;
import io.fluxj.gotemplate.parse.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays errors out as Helm 4 does. */
final class HelmErrors {
    private HelmErrors() {}

    static String of(ParseException failure) {
        String[] tokens = String.valueOf(failure.getMessage()).split(": ", -1);
        return "Error: parse error at (" + tokens[1] + "): " + tokens[tokens.length - 1];
    }

    static String of(ExecException failure) {
        String message = String.valueOf(failure.getMessage());
        String[] tokens = message.split(": ", 3);
        int start = tokens[2].indexOf(Host.WARNING_START);
        int end = tokens[2].lastIndexOf(Host.WARNING_END);
        if (start >= 0 && end > start) {
            return "Error: execution error at (" + tokens[1] + "): "
                    + tokens[2].substring(start + Host.WARNING_START.length(), end);
        }
        List<String> traced = new ArrayList<>();
        for (@Nullable Throwable current = failure; current != null; current = current.getCause()) {
            Optional<String> layer = layer(String.valueOf(current.getMessage()));
            if (layer.isEmpty()) {
                return "Error: " + message.strip();
            }
            if (traced.isEmpty() || !traced.getLast().equals(layer.get())) {
                traced.add(layer.get());
            }
        }
        return "Error: " + String.join("", traced).strip();
    }

    private static Optional<String> layer(String message) {
        if (!message.startsWith("template: ")) {
            return Optional.empty();
        }
        String rest = message.substring("template: ".length());
        if (rest.startsWith("no template ")) {
            return Optional.of(message + "\n");
        }
        int executing = rest.indexOf(": executing \"");
        if (executing < 0) {
            int last = rest.lastIndexOf(": ");
            return last < 0
                    ? Optional.empty()
                    : Optional.of(rest.substring(0, last) + "\n  " + cut(rest.substring(last + 2)) + "\n");
        }
        int name = executing + ": executing \"".length();
        int quote = rest.indexOf('"', name);
        String after = rest.substring(quote + 1);
        int close = after.indexOf(">: ");
        if (!after.startsWith(" at <") || close < 0) {
            return Optional.empty();
        }
        return Optional.of(rest.substring(0, executing) + "\n  executing \"" + rest.substring(name, quote) + "\""
                + after.substring(0, close) + ">:\n    " + cut(after.substring(close + 3)) + "\n");
    }

    private static String cut(String message) {
        int next = message.indexOf(" template:");
        return next < 0 ? message : message.substring(0, next);
    }
}
