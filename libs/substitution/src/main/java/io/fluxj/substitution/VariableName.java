package io.fluxj.substitution;

/** The rule for names of variables: {@code ^[_[:alpha:]][_[:alpha:][:digit:]]*$}, ASCII only. Source: behaviour §2.4. */
public final class VariableName {

    private VariableName() {}

    /** {@return whether somebody may set a variable of this name} */
    public static boolean isValid(String name) {
        return !name.isEmpty() && isStart(name.charAt(0)) && name.chars().allMatch(VariableName::isPart);
    }

    private static boolean isStart(int c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isPart(int c) {
        return isStart(c) || (c >= '0' && c <= '9');
    }
}
