package io.fluxj.testkit.golden;

import java.util.ArrayList;
import java.util.List;

/** Understands the few kubectl commands that recordings have. */
final class Kubectl {
    private static final String MANAGER = "kubectl-patch";

    private Kubectl() {}

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
        String reference = plain.size() == 2 ? plain.get(1) : plain.get(1) + "/" + plain.get(2);
        return switch (plain.getFirst()) {
            case "delete" -> new Action.Delete(reference, !words.contains("--wait=false"));
            case "patch" ->
                new Action.Patch(
                        reference,
                        words.contains("--type=json") ? Action.Form.JSON : Action.Form.MERGE,
                        words.get(words.indexOf("-p") + 1),
                        MANAGER);
            case "scale" -> new Action.Scale(reference, Integer.parseInt(value(words, "--replicas=")));
            default -> throw new IllegalArgumentException("no recording so far did: kubectl " + words);
        };
    }

    private static String value(List<String> words, String flag) {
        return words.stream()
                .filter(word -> word.startsWith(flag))
                .findFirst()
                .orElseThrow()
                .substring(flag.length());
    }
}
