package io.fluxj.kustomize.random;

import java.util.List;
import java.util.stream.Collectors;

/** Files as editors and tools leave them behind. */
final class Texts {

    private Texts() {}

    static String documents(List<Object> objects, Dice dice) {
        String separator = dice.pick("---\n", "---\n", "--- # c\n", "---\n# only a comment\n---\n", "---\n\n---\n");
        return objects.stream().map(object -> document(object, dice)).collect(Collectors.joining(separator));
    }

    private static String document(Object object, Dice dice) {
        String text = YamlText.of(object, dice);
        return switch (dice.below(50)) {
            case 0 -> "# head\n" + text;
            case 1 -> text + "# foot\n";
            case 2 -> text + "zz: &a {p: 1}\nyy:\n  <<: *a\n  q: 2\n";
            default -> text;
        };
    }

    static String mangled(String text, Dice dice) {
        return switch (dice.below(60)) {
            case 0, 1 -> text.replace("\n", "\r\n");
            case 2 -> "\ufeff" + text;
            case 3 -> text.stripTrailing();
            case 4 -> text + "---\n";
            case 5 -> "---\n" + text;
            case 6 -> text + "...\n";
            default -> text;
        };
    }
}
