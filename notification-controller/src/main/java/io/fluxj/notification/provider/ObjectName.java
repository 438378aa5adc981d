package io.fluxj.notification.provider;

/** Which Alert or Provider. */
public record ObjectName(String namespace, String name, String uid) {
    /** The first block of the uid, by which commit statuses of different clusters are told apart. */
    String uidBlock() {
        int dash = uid.indexOf('-');
        return dash < 0 ? uid : uid.substring(0, dash);
    }
}
