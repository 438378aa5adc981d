package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands the few kubectl commands that recordings have. */
final class Kubectl {
    private static final String MANAGER = "kubectl-patch";

    private Kubectl() {}

    /** A word of a command line, or what stands in quotes in it. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /** What a command line does that begins with {@code kubectl}; a deletion may name several objects. */
    static List<Action> actions(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        List<String> arguments = words.subList(1, words.size());
        List<String> named = arguments.stream()
                .filter(word -> word.contains("/") && !word.startsWith("-"))
                .toList();
        if (!arguments.contains("delete") || named.size() < 2) {
            return List.of(action(arguments));
        }
        boolean untilGone = !arguments.contains("--wait=false");
        return named.stream()
                .<Action>map(reference -> new Action.Delete(reference, untilGone))
                .toList();
    }

    /**
     * What a command does.
     *
     * @param words its arguments
     * @throws IllegalArgumentException when it is none of those that are known
     */
    static Action action(List<String> words) {
        List<String> plain = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean takesValue = List.of("-n", "--namespace", "-p", "--patch").contains(words.get(i));
            if (takesValue) {
                i++;
            } else if (!words.get(i).startsWith("-")) {
                plain.add(words.get(i));
            }
        }
        boolean joined = plain.get(1).contains("/");
        String reference = joined ? plain.get(1) : plain.get(1) + "/" + plain.get(2);
        List<String> rest = plain.subList(joined ? 2 : 3, plain.size());
        return switch (plain.getFirst()) {
            case "delete" -> new Action.Delete(reference, !words.contains("--wait=false"));
            case "patch" ->
                new Action.Patch(
                        reference,
                        words.contains("--type=json") ? Action.Form.JSON : Action.Form.MERGE,
                        words.get(words.indexOf("-p") + 1),
                        MANAGER);
            case "annotate" -> metadata(reference, "annotations", rest);
            case "label" -> metadata(reference, "labels", rest);
            case "scale" -> new Action.Scale(reference, Integer.parseInt(value(words, "--replicas=")));
            default -> throw new IllegalArgumentException("no recording so far did: kubectl " + words);
        };
    }

    /** {@code key=value} sets, {@code key-} takes away. */
    private static Action metadata(String reference, String field, List<String> changes) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        ObjectNode values = patch.putObject("metadata").putObject(field);
        for (String change : changes) {
            int equals = change.indexOf('=');
            if (equals >= 0) {
                values.put(change.substring(0, equals), change.substring(equals + 1));
            } else {
                values.putNull(change.substring(0, change.length() - 1));
            }
        }
        return new Action.Patch(
                reference,
                Action.Form.MERGE,
                patch.toString(),
                field.equals("labels") ? "kubectl-label" : "kubectl-annotate");
    }

    private static String value(List<String> words, String flag) {
        return words.stream()
                .filter(word -> word.startsWith(flag))
                .findFirst()
                .orElseThrow()
                .substring(flag.length());
    }
}
