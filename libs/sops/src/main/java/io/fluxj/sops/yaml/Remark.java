package io.fluxj.sops.yaml;

/**
 * A comment on its way to a node.
 *
 * @param scan where looking for it began
 * @param token it belongs to the first token from here on
 * @param start its {@code #}; columns count from 1 in a block of comments, as in go-yaml
 * @param end where it ended
 */
record Remark(Mark scan, Mark token, Mark start, Mark end, Remark.Place place, String text) {
    /** Where it stands, seen from its node. */
    enum Place {
        HEAD,
        LINE,
        FOOT
    }

    Remark asHead(Mark newToken) {
        return new Remark(scan, newToken, start, end, Place.HEAD, text);
    }
}
