package io.fluxj.sops.yaml;

import java.nio.charset.StandardCharsets;

/** Anchors, aliases, tags and directives. */
final class TagScanner {
    private static final String IN_URI = ";/?:@&=+$,.!~*'()[]";

    private final Source source;
    private final Mark start;

    TagScanner(Source source) {
        this.source = source;
        this.start = source.mark();
    }

    private YamlException error(String problem) {
        return YamlException.scanning(problem, start, source.mark());
    }

    Token anchor(TokenType type) {
        source.skip();
        String name = word();
        if (name.isEmpty() || !(source.isBlankOrEnd(0) || Characters.isOneOf(source.at(0), "?:,]}%@`"))) {
            throw error("did not find expected alphabetic or numeric character");
        }
        return Token.named(type, name, start, source.mark());
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        while (Characters.isWord(source.at(0))) {
            source.read(word);
        }
        return word.toString();
    }

    Token tag() {
        String handle = "";
        String suffix;
        if (source.at(1) == '<') {
            source.skip(2);
            suffix = uri("", false);
            if (!source.is('>')) {
                throw error("did not find the expected '>'");
            }
            source.skip();
        } else {
            handle = handle(false);
            if (handle.length() > 1 && handle.endsWith("!")) {
                suffix = uri("", false);
            } else {
                suffix = uri(handle.substring(1), true);
                handle = suffix.isEmpty() ? "" : "!";
                suffix = suffix.isEmpty() ? "!" : suffix;
            }
        }
        if (!source.isBlankOrEnd(0)) {
            throw error("did not find expected whitespace or line break");
        }
        return Token.tag(handle, suffix, start, source.mark());
    }

    private String handle(boolean directive) {
        if (!source.is('!')) {
            throw error("did not find expected '!'");
        }
        source.skip();
        String handle = "!" + word();
        if (source.is('!')) {
            source.skip();
            return handle + "!";
        }
        if (directive && !handle.equals("!")) {
            throw error("did not find expected '!'");
        }
        return handle;
    }

    private String uri(String begin, boolean mayBeEmpty) {
        StringBuilder uri = new StringBuilder(begin);
        while (Characters.isWord(source.at(0)) || source.is('%') || Characters.isOneOf(source.at(0), IN_URI)) {
            if (source.is('%')) {
                escaped(uri);
            } else {
                source.read(uri);
            }
        }
        if (uri.isEmpty() && !mayBeEmpty) {
            throw error("did not find expected tag URI");
        }
        return uri.toString();
    }

    private void escaped(StringBuilder uri) {
        byte[] octets = new byte[4];
        int width = 1;
        for (int i = 0; i < width; i++) {
            int high = Character.digit(source.at(1), 16);
            int low = Character.digit(source.at(2), 16);
            if (!source.is('%') || high < 0 || low < 0) {
                throw error("did not find URI escaped octet");
            }
            octets[i] = (byte) (high << 4 | low);
            width = i == 0 ? width(high) : width;
            source.skip(3);
        }
        uri.append(new String(octets, 0, width, StandardCharsets.UTF_8));
    }

    private int width(int highDigit) {
        return switch (highDigit) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> 1;
            case 0xC, 0xD -> 2;
            case 0xE -> 3;
            case 0xF -> 4;
            default -> throw error("found an incorrect leading UTF-8 octet");
        };
    }

    Token directive() {
        source.skip();
        String name = word();
        if (name.isEmpty()) {
            throw error("could not find expected directive name");
        }
        if (!source.isBlankOrEnd(0)) {
            throw error("found unexpected non-alphabetical character");
        }
        source.skipBlanks();
        Token token =
                switch (name) {
                    case "YAML" -> version();
                    case "TAG" -> tagDirective();
                    default -> throw error("found unknown directive name");
                };
        endLine();
        return token;
    }

    private Token version() {
        String major = number();
        if (!source.is('.')) {
            throw error("did not find expected digit or '.' character");
        }
        source.skip();
        String minor = number();
        return Token.named(TokenType.VERSION_DIRECTIVE, major + "." + minor, start, source.mark());
    }

    private String number() {
        StringBuilder digits = new StringBuilder();
        while (Characters.isDigit(source.at(0))) {
            source.read(digits);
            if (digits.length() > 2) {
                throw error("found extremely long version number");
            }
        }
        if (digits.isEmpty()) {
            throw error("did not find expected version number");
        }
        return String.valueOf(Integer.parseInt(digits.toString()));
    }

    private Token tagDirective() {
        String handle = handle(true);
        if (!source.isBlank(0)) {
            throw error("did not find expected whitespace");
        }
        source.skipBlanks();
        String prefix = uri("", false);
        if (!source.isBlankOrEnd(0)) {
            throw error("did not find expected whitespace or line break");
        }
        return new Token(TokenType.TAG_DIRECTIVE, start, source.mark(), handle, prefix, Style.PLAIN);
    }

    private void endLine() {
        source.skipBlanks();
        if (source.is('#')) {
            while (!source.isBreakOrEnd(0)) {
                source.skip();
            }
        }
        if (!source.isBreakOrEnd(0)) {
            throw error("did not find expected comment or line break");
        }
        source.skipLine();
    }
}
