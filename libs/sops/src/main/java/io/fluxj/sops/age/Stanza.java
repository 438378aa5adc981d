package io.fluxj.sops.age;

import java.util.List;

/** What the header of a file says to one recipient. */
final class Stanza {
    private final String type;
    private final List<String> arguments;
    private final byte[] body;

    Stanza(String type, List<String> arguments, byte[] body) {
        this.type = type;
        this.arguments = List.copyOf(arguments);
        this.body = body;
    }

    String type() {
        return type;
    }

    List<String> arguments() {
        return arguments;
    }

    byte[] body() {
        return body;
    }

    void requireArguments(int count) throws AgeException {
        if (arguments.size() != count) {
            throw new AgeException("invalid " + type + " recipient block");
        }
    }

    void requireBody(int length) throws AgeException {
        if (body.length != length) {
            throw new AgeException("invalid " + type + " recipient block: incorrect file key size");
        }
    }

    byte[] argument(int position, int length) throws AgeException {
        byte[] decoded = Base64Lines.decode(arguments.get(position));
        if (decoded.length != length) {
            throw new AgeException("invalid " + type + " recipient block");
        }
        return decoded;
    }
}
