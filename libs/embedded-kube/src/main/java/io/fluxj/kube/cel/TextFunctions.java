package io.fluxj.kube.cel;

import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;

/** Functions of the strings library that count characters, which bound their places as the real server's do. */
final class TextFunctions {
    private TextFunctions() {}

    static void addTo(Functions functions) {
        add(functions, "charAt", "string_char_at_int", SimpleType.STRING, List.of(SimpleType.INT));
        add(functions, "substring", "string_substring_int", SimpleType.STRING, List.of(SimpleType.INT));
        add(
                functions,
                "substring",
                "string_substring_int_int",
                SimpleType.STRING,
                List.of(SimpleType.INT, SimpleType.INT));
        for (String name : List.of("indexOf", "lastIndexOf")) {
            String id = name.equals("indexOf") ? "string_index_of_string" : "string_last_index_of_string";
            add(functions, name, id, SimpleType.INT, List.of(SimpleType.STRING));
            add(functions, name, id + "_int", SimpleType.INT, List.of(SimpleType.STRING, SimpleType.INT));
        }
    }

    private static void add(Functions functions, String name, String id, CelType result, List<CelType> arguments) {
        List<CelType> all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.<CelType>of(SimpleType.STRING), arguments.stream())
                .toList();
        List<Class<?>> classes = all.stream()
                .<Class<?>>map(type -> type.equals(SimpleType.STRING) ? String.class : Long.class)
                .toList();
        functions.add(
                name,
                CelOverloadDecl.newMemberOverload(id, result, all.toArray(CelType[]::new)),
                CelFunctionBinding.from(id, classes, a -> does(name, (String) a[0], a)));
    }

    private static Object does(String name, String text, Object[] arguments) {
        int[] points = text.codePoints().toArray();
        return switch (name) {
            case "charAt" -> charAt(points, (Long) arguments[1]);
            case "substring" ->
                substring(points, (Long) arguments[1], arguments.length > 2 ? (Long) arguments[2] : points.length);
            case "indexOf" ->
                indexOf(points, (String) arguments[1], arguments.length > 2 ? (Long) arguments[2] : 0, false);
            default ->
                indexOf(
                        points,
                        (String) arguments[1],
                        arguments.length > 2 ? (Long) arguments[2] : points.length - 1,
                        true);
        };
    }

    private static String charAt(int[] points, long index) {
        bounded(index, points.length);
        return index == points.length ? "" : new String(points, (int) index, 1);
    }

    private static String substring(int[] points, long start, long end) {
        bounded(start, points.length);
        bounded(end, points.length);
        if (start > end) {
            throw new Failure("invalid substring range. start: " + start + ", end: " + end);
        }
        return new String(points, (int) start, (int) (end - start));
    }

    private static void bounded(long index, int length) {
        if (index < 0 || index > length) {
            throw new Failure("index out of range: " + index);
        }
    }

    /** A place beyond the text is no failure: nothing is found there. */
    private static long indexOf(int[] points, String wanted, long from, boolean backwards) {
        int[] part = wanted.codePoints().toArray();
        if (part.length == 0) {
            return backwards && from == points.length - 1 ? points.length : from;
        }
        if (from < 0 && points.length > 0) {
            throw new Failure("index out of range: " + from);
        }
        if (from >= points.length) {
            return -1;
        }
        int last = points.length - part.length;
        int step = backwards ? -1 : 1;
        for (int i = (int) (backwards ? Math.min(from, last) : from); i >= 0 && i <= last; i += step) {
            if (java.util.Arrays.equals(points, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }
}
