package io.fluxj.gotemplate.sprig;

import static io.fluxj.gotemplate.value.GoType.BOOL;
import static io.fluxj.gotemplate.value.GoType.STRING;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/** Go's {@code path}; {@code path/filepath} is the same where slashes separate. */
final class Paths {
    private Paths() {}

    static void addTo(Library library) {
        both(library, "base", "osBase", Paths::base);
        both(library, "dir", "osDir", Paths::dir);
        both(library, "clean", "osClean", Paths::clean);
        both(library, "ext", "osExt", Paths::ext);
        library.add("isAbs", BOOL, (run, a) -> Args.text(a, 0).startsWith("/"), STRING);
        library.alias("osIsAbs", "isAbs");
    }

    private static void both(Library library, String name, String os, Function<String, String> function) {
        library.add(name, STRING, (run, a) -> function.apply(Args.text(a, 0)), STRING);
        library.alias(os, name);
    }

    private static String base(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return end == 0 ? "/" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    private static String dir(String path) {
        return clean(path.substring(0, path.lastIndexOf('/') + 1));
    }

    private static String ext(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(dot) : "";
    }

    private static String clean(String path) {
        boolean rooted = path.startsWith("/");
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (!parts.isEmpty() && !parts.getLast().equals("..")) {
                    parts.removeLast();
                } else if (!rooted) {
                    parts.addLast(part);
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        String joined = String.join("/", parts);
        return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
    }
}
