package io.fluxj.kube.apply;

/**
 * What one manager owns.
 *
 * @param fields the fields
 * @param apiVersion the version whose schema the fields follow
 * @param time when it last changed something, RFC 3339; empty when unknown
 */
record Owned(FieldSet fields, String apiVersion, String time) {
    Owned with(FieldSet other) {
        return new Owned(other, apiVersion, time);
    }

    Owned at(String newTime) {
        return new Owned(fields, apiVersion, newTime);
    }
}
