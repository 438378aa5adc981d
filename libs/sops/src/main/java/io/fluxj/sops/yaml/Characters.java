package io.fluxj.sops.yaml;

/** Classes of characters, as libyaml has them. */
final class Characters {
    private Characters() {}

    static boolean isBlank(int point) {
        return point == ' ' || point == '\t';
    }

    static boolean isBreak(int point) {
        return point == '\r' || point == '\n' || point == 0x85 || point == 0x2028 || point == 0x2029;
    }

    /** Of names: of anchors, tags and directives. */
    static boolean isWord(int point) {
        return isDigit(point)
                || (point >= 'A' && point <= 'Z')
                || (point >= 'a' && point <= 'z')
                || point == '_'
                || point == '-';
    }

    static boolean isDigit(int point) {
        return point >= '0' && point <= '9';
    }

    /** Whether it may be written as it is. Outside of the basic plane nothing is. */
    static boolean isPrintable(int point) {
        return point == '\n'
                || (point >= 0x20 && point <= 0x7E)
                || (point >= 0xA0 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD && point != 0xFEFF);
    }

    static boolean isOneOf(int point, String characters) {
        return point != 0 && characters.indexOf(point) >= 0;
    }
}
